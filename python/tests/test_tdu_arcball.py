"""An ArcBall turns, moves and comes nearer with the mouse."""

import pytest
import tdu
from geometry import near, same, turned


def test_a_turn_carries_one_place_of_the_ball_to_the_other():
    ball = tdu.ArcBall()
    ball.beginRotate(0.5, 0.5)
    ball.rotateTo(1, 0.5)

    # From the middle, which faces the eye, to the right edge.
    assert near(ball.transform() * tdu.Position(0, 0, 1), (1, 0, 0))

    ball.rotateTo(1, 0.5, scale=0.5)
    assert same(ball.transform(), turned(0, 45, 0))
    ball.identity()
    assert same(ball.transform(), tdu.Matrix())


def test_turns_follow_each_other_and_a_turn_to_the_same_place_is_none():
    ball = tdu.ArcBall()
    for _ in range(2):
        ball.beginRotate(0.5, 0.5)
        ball.rotateTo(1, 0.5)
    assert near(ball.transform() * tdu.Position(0, 0, 1), (0, 0, -1))

    before = ball.transform()
    ball.beginRotate(0.1, 0.9)
    ball.rotateTo(0.1, 0.9)
    assert same(ball.transform(), before)


def test_it_moves_and_comes_nearer():
    ball = tdu.ArcBall()
    ball.pan(0.1, 0.2)
    ball.dolly(3)
    ball.beginPan(0, 0)
    ball.panTo(1, 1, scale=2)
    ball.beginDolly(0, 0.5)
    ball.dollyTo(0, 1)

    assert near(ball.transform() * tdu.Position(0, 0, 0), (2.1, 2.2, 3.5))


@pytest.mark.parametrize("forCamera", [False, True])
def test_it_takes_over_a_matrix_without_its_scales(forCamera):
    ball = tdu.ArcBall(forCamera=forCamera)
    matrix = turned(10, 20, 30)
    matrix.translate(1, 2, 3)

    ball.setTransform(matrix)
    assert same(ball.transform(), matrix)
    grown = tdu.Matrix()
    grown.scale(2, 2, 2)
    ball.setTransform(grown)
    assert same(ball.transform(), tdu.Matrix())
