"""What the tests of tdu's geometry share: nearly equal numbers and turns."""

import math

import tdu


def near(first, second, tolerance=1e-9):
    pairs = zip(list(first), list(second), strict=True)
    return all(math.isclose(a, b, abs_tol=tolerance) for a, b in pairs)


def same(first, second):
    return near(first.vals, second.vals)


def turned(*angles):
    matrix = tdu.Matrix()
    matrix.rotate(*angles)
    return matrix
