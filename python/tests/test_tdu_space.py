"""Vectors and matrices keep the laws of geometry."""

import math

import pytest
import tdu
from geometry import near, same, turned


def test_vectors_add_scale_and_measure():
    v = tdu.Vector(1, 2, 3)

    assert list(v + tdu.Vector(1, 1, 1)) == [2, 3, 4]
    assert list(v - tdu.Vector(1, 1, 1)) == [0, 1, 2]
    assert list(2 * v) == list(v * 2) == [2, 4, 6] and list(v / 2) == [0.5, 1, 1.5]
    assert list(-v) == [-1, -2, -3] and list(abs(-v)) == [1, 2, 3]
    assert v.dot([1, 0, 1]) == 4 and v.lengthSquared() == 14
    assert list(tdu.Vector(1, 0, 0).cross((0, 1, 0))) == [0, 0, 1]
    assert tdu.Vector(3, 4, 0).length() == 5 and tdu.Vector().distance((0, 3, 4)) == 5
    assert math.isclose(tdu.Vector(1, 0, 0).angle((0, 2, 0)), 90)
    assert len(v) == 3 and v[1] == v.y == 2 and v == tdu.Vector([1, 2, 3])
    assert v != tdu.Position(1, 2, 3)


def test_vectors_change_in_place():
    v = tdu.Vector(2, 0, 0)
    other = v.copy()
    v.x, v[1] = 3, 4
    v.normalize()

    assert list(v) == [0.6, 0.8, 0.0] and list(other) == [2, 0, 0]
    v.scale(10, 10, 1)
    assert near(v, [6, 8, 0])
    v.reflect((1, 0, 0))
    assert near(v, [-6, 8, 0])
    v = tdu.Vector(1, 2, 3)
    v.project((1, 0, 0), (0, 1, 0))
    assert list(v) == [1, 2, 0]
    zero = tdu.Vector()
    zero.normalize()
    assert list(zero) == [0, 0, 0]


def test_vectors_meet_on_a_line_or_an_arc():
    x, y = tdu.Vector(1, 0, 0), tdu.Vector(0, 1, 0)
    half = math.sqrt(0.5)

    assert list(x.lerp(y, 0.5)) == [0.5, 0.5, 0]
    assert near(x.slerp(y, 0.5), [half, half, 0])
    assert near(x.slerp(x, 0.5), [1, 0, 0])


def test_positions_and_vectors_differ():
    p, q, v = tdu.Position(1, 2, 3), tdu.Position(0, 0, 1), tdu.Vector(1, 0, 0)

    assert type(p - q) is tdu.Vector and list(p - q) == [1, 2, 2]
    assert type(p + v) is type(v + p) is type(p - v) is tdu.Position
    assert list(p + v) == [2, 2, 3]
    with pytest.raises(TypeError):
        _ = p + q
    p.translate(1, 1, 1)
    assert list(p) == [2, 3, 4]


def test_wrong_arguments_say_what_is_taken():
    for wrong in (("a",), (1, 2), ([1, 2],), (None,), ([1, 2, "x"],)):
        with pytest.raises(TypeError, match="3 numbers"):
            tdu.Vector(*wrong)
    with pytest.raises(TypeError, match="9 or 16 numbers"):
        tdu.Matrix([1, 2])
    with pytest.raises(TypeError, match="4 numbers"):
        tdu.Quaternion(1, 2, 3)
    with pytest.raises(TypeError, match="4 numbers"):
        tdu.Color(1, 2)
    with pytest.raises(TypeError):
        hash(tdu.Vector())


def test_matrices_are_filled_column_by_column():
    values = list(range(1, 17))
    columns = [values[at : at + 4] for at in (0, 4, 8, 12)]

    matrix = tdu.Matrix(values)

    assert matrix == tdu.Matrix(*values) == tdu.Matrix(*columns) == tdu.Matrix(matrix)
    assert matrix.rows[0] == [1, 5, 9, 13] and matrix.cols == columns and matrix.vals == values
    assert matrix[0, 3] == 13
    matrix[0, 3] = 5
    assert matrix.vals[12] == 5
    matrix.vals = values
    assert matrix.getTranspose().rows == columns
    assert tdu.Matrix(1, 2, 3, 4, 5, 6, 7, 8, 9).rows[:2] == [[1, 4, 7, 0], [2, 5, 8, 0]]
    assert tdu.Matrix([1, 2, 3], [4, 5, 6], [7, 8, 9]) == tdu.Matrix(*range(1, 10))
    assert tdu.Matrix(zero=True).vals == [0] * 16
    assert same(tdu.Matrix([0, 0, math.sqrt(0.5), math.sqrt(0.5)]), turned(0, 0, 90))


def test_matrices_move_positions_and_only_turn_vectors():
    matrix = tdu.Matrix()
    matrix.rotate(0, 0, 90)
    matrix.translate(10, 0, 0)

    assert near(matrix * tdu.Position(1, 0, 0), [10, 1, 0])
    assert near(matrix * tdu.Vector(1, 0, 0), [0, 1, 0])


def test_changes_come_from_the_left_or_from_the_right():
    left, right = tdu.Matrix(), tdu.Matrix()
    for matrix, side in ((left, False), (right, True)):
        matrix.scale(2, 2, 2, fromRight=side)
        matrix.translate(1, 0, 0, fromRight=side)

    assert list(left * tdu.Position(1, 1, 1)) == [3, 2, 2]
    assert list(right * tdu.Position(1, 1, 1)) == [4, 2, 2]


def test_rotations_go_about_x_then_y_then_z():
    steps = turned(0, 0, 50) * turned(0, 40, 0) * turned(30, 0, 0)

    assert same(turned(30, 40, 50), steps)
    around = tdu.Matrix()
    around.rotateOnAxis((0, 0, 9), 50)
    assert same(around, turned(0, 0, 50))
    with pytest.raises(ValueError, match="axis"):
        around.rotateOnAxis((0, 0, 0), 5)


def test_a_pivot_stays_where_it_is():
    pivot = tdu.Position(0, 5, 0)
    for change in ("rotate", "scale"):
        matrix = tdu.Matrix()
        getattr(matrix, change)(10, 20, 90, pivot=pivot)
        assert near(matrix * pivot, pivot)
    matrix = tdu.Matrix()
    matrix.rotate(0, 0, 90, pivot=[0, 5, 0])
    assert near(matrix * tdu.Position(1, 5, 0), [0, 6, 0])


def test_an_inverse_undoes_and_a_flat_matrix_has_none():
    matrix = turned(10, 20, 30)
    matrix.scale(2, 3, 4)
    matrix.translate(5, 6, 7)

    assert math.isclose(matrix.determinant(), 24)
    assert same(matrix * matrix.getInverse(), tdu.Matrix())
    assert same(matrix + matrix - matrix, matrix)
    inverse = matrix.copy()
    inverse.invert()
    assert same(inverse * matrix, tdu.Matrix())
    matrix.scale(0, 1, 1)
    assert matrix.determinant() == 0
    with pytest.raises(ValueError, match="no inverse"):
        matrix.invert()


@pytest.mark.parametrize("angles", [(10, 20, 30), (-170, 80, 100), (20, 90, 30), (0, -90, 10)])
@pytest.mark.parametrize("scale", [(2, 3, 4), (-2, 1, 1)])
def test_decompose_gives_back_what_composes_it(angles, scale):
    matrix = tdu.Matrix()
    matrix.scale(*scale)
    matrix.rotate(*angles)
    matrix.translate(7, 8, 9)

    s, r, t = matrix.decompose()

    again = tdu.Matrix()
    again.scale(*s)
    again.rotate(*r)
    again.translate(*t)
    assert near(again.vals, matrix.vals, 1e-7)
    assert t == (7, 8, 9)


def test_lookat_puts_the_target_ahead():
    matrix = tdu.Matrix()
    matrix.lookat(tdu.Position(0, 0, 5), (0, 0, 0), (0, 1, 0))

    assert near(matrix * tdu.Position(0, 0, 0), [0, 0, -5])
    assert near(matrix * tdu.Position(0, 1, 5), [0, 1, 0])
    with pytest.raises(ValueError, match="lookat"):
        matrix.lookat((0, 0, 0), (0, 1, 0), (0, 1, 0))


def test_projections_run_from_0_at_near_to_1_at_far():
    matrix = tdu.Matrix()
    matrix.projectionFovX(90, 16, 8, 1, 101)

    assert near(matrix * tdu.Position(0, 0, -1), [0, 0, 0])
    assert near(matrix * tdu.Position(101, 50.5, -101), [1, 1, 1])
    assert near(matrix.projectAndClip(tdu.Position(1, 0, -2)), (matrix * tdu.Position(1, 0, -2)))
    assert matrix.projectAndClip(tdu.Position(3, 0, -2)) is None
    assert matrix.projectAndClip(tdu.Position(0, 0, 5)) is None
    frustum = tdu.Matrix()
    frustum.projectionFrustum(-1, 1, -0.5, 0.5, 1, 101)
    assert same(matrix, frustum)
    with pytest.raises(ValueError, match="frustum"):
        frustum.projectionFrustum(0, 0, 0, 1, 1, 2)


def test_two_eyes_see_the_same_where_they_converge():
    seen = []
    for right_eye, x in ((False, -0.03), (True, 0.03)):
        eye = tdu.Matrix()
        eye.projectionStereo(0.06, 2.0, 90, 1, 1, 0.1, 100, rightEye=right_eye)
        seen.append(eye * (tdu.Position(0, 0, -2) - tdu.Vector(x, 0, 0)))

    assert near(seen[0], seen[1])


def test_a_square_maps_to_its_quad_and_back():
    corners = (1, 1, 5, 2, 0, 4, 6, 7)
    forth, back = tdu.Matrix(), tdu.Matrix()
    forth.mapUnitSquareToQuad(*corners)
    back.mapQuadToUnitSquare(*corners)

    for (u, v), at in zip(((0, 0), (1, 0), (0, 1), (1, 1)), range(0, 8, 2), strict=True):
        assert near(forth * tdu.Position(u, v, 0), [*corners[at : at + 2], 0])
        assert near(back * tdu.Position(*corners[at : at + 2], 0), [u, v, 0])
    with pytest.raises(ValueError, match="line"):
        forth.mapUnitSquareToQuad(0, 0, 1, 0, 2, 0, 3, 0)


def test_a_matrix_fills_a_table():
    class Table(list):
        appendRow = list.append

    table = Table(["old"])
    tdu.Matrix().fillTable(table)

    assert table == [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]


def test_vectors_and_positions_meet_numbers():
    v, p = tdu.Vector(1, 2, 3), tdu.Position(1, 2, 3)

    assert list(v + 1) == list(1 + v) == [2, 3, 4] and list(p - 1) == [0, 1, 2]
    assert list(1.5 - v) == list(1.5 - p) == [0.5, -0.5, -1.5] and type(1 - p) is tdu.Position
    assert list(p / 2) == [0.5, 1, 1.5] and list(0.5 * p) == [0.5, 1, 1.5]
    with pytest.raises(TypeError):
        _ = "a" - v
    with pytest.raises(TypeError):
        v += "a"


def test_what_is_changed_in_place_stays_the_same_object():
    v = same_v = tdu.Vector(1, 2, 3)
    p = same_p = tdu.Position(1, 2, 3)
    v += 1
    v -= tdu.Vector(1, 1, 1)
    v *= 2
    v /= 4
    p += tdu.Vector(1, 0, 0)
    p *= tdu.Matrix(*[2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 1, 0, 0, 1])
    p *= tdu.Position(1, 0, 1)

    assert v is same_v and list(v) == [0.5, 1, 1.5]
    assert p is same_p and list(p) == [5, 0, 6]
    v *= tdu.Vector(2, 2, 0)
    assert v is same_v and list(v) == [1, 2, 0]
    p -= tdu.Position(1, 0, 0)
    assert type(p) is tdu.Vector and list(p) == [4, 0, 6]
