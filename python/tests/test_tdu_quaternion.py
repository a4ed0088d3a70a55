"""Quaternions are rotations, and colours are four numbers."""

import itertools
import math

import pytest
import tdu
from geometry import near, same, turned

ORDERS = ["".join(order) for order in itertools.permutations("xyz")]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("angles", [(10, 20, 30), (-100, 50, 170), (30, 90, 0), (90, 90, 90)])
def test_quaternions_and_angles_are_one_rotation(order, angles):
    quaternion = tdu.Quaternion()
    quaternion.fromEuler(*angles, order=order)
    steps = {
        "x": turned(angles[0], 0, 0),
        "y": turned(0, angles[1], 0),
        "z": turned(0, 0, angles[2]),
    }
    matrix = steps[order[2]] * steps[order[1]] * steps[order[0]]

    again = tdu.Quaternion()
    again.fromEuler(quaternion.eulerAngles(order), order=order)

    for vector in ((1, 0, 0), (0, 1, 0), (1, 2, 3)):
        assert near(quaternion.rotate(vector), matrix * tdu.Vector(vector))
        assert near(again.rotate(vector), quaternion.rotate(vector), 1e-6)


def test_quaternions_are_built_in_many_ways():
    half = math.sqrt(0.5)
    about_z = tdu.Quaternion(90, tdu.Vector(0, 0, 3))

    assert list(tdu.Quaternion()) == [0, 0, 0, 1]
    assert near(about_z, [0, 0, half, half])
    assert near(tdu.Quaternion(tdu.Vector(0, 0, 90)), about_z)
    assert near(tdu.Quaternion(tdu.Vector(1, 0, 0), tdu.Vector(0, 5, 0)), about_z)
    assert near(tdu.Quaternion(turned(0, 0, 90)), about_z)
    assert near(tdu.Quaternion([0, 0, half, half]), about_z)
    assert same(tdu.Matrix(about_z), turned(0, 0, 90))
    assert near(
        tdu.Quaternion(tdu.Vector(1, 0, 0), tdu.Vector(-1, 0, 0)).rotate((1, 0, 0)), [-1, 0, 0]
    )
    for angles in ((180, 0, 0), (0, 180, 0), (0, 0, 180)):
        matrix = turned(*angles)
        assert near(tdu.Quaternion(matrix).rotate((1, 2, 3)), matrix * tdu.Vector(1, 2, 3))


def test_quaternions_combine_interpolate_and_invert():
    first, second = tdu.Quaternion(30, tdu.Vector(0, 0, 1)), tdu.Quaternion(60, tdu.Vector(0, 0, 1))

    assert math.isclose((first * second).angle(), 90)
    combined = first.copy()
    combined *= second
    assert near(combined.axis(), [0, 0, 1])
    assert math.isclose(first.slerp(second, 0.5).angle(), 45)
    assert math.isclose(first.slerp([-v for v in second], 0.5).angle(), 45)
    assert near(first.lerp(second, 0), first)
    back = first.copy()
    back.inverse()
    assert near(first * back, [0, 0, 0, 1])
    assert near(first.log().exp(), first)
    assert math.isclose(first.length(), 1) and math.isclose(first.dot(first), 1)
    assert near(first.cross(second), [0, 0, 0])
    with pytest.raises(ValueError, match="order"):
        first.eulerAngles("xxy")
    with pytest.raises(ValueError, match="logarithm"):
        tdu.Quaternion(0, 0, 0, 0).log()


def test_colours():
    assert list(tdu.Color()) == [0, 0, 0, 1]
    assert list(tdu.Color(1, 0.5, 0)) == [1, 0.5, 0, 1]
    color = tdu.Color([1, 2, 3, 0.5])
    color.r, color[3] = 0, 1
    assert (color.r, color.g, color.b, color.a) == (0, 2, 3, 1)
    assert color.copy() == color and repr(color) == "Color(0.0, 2.0, 3.0, 1.0)"
