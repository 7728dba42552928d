"""What slips on paper make of both gradients, in plain numbers: a slip that has cost once comes again.

Errors are those of all points, in the order of the points; a pair is (dL/dw, dL/db).
"""

from math import sqrt

from tests.two_parameters import lines


def slopes(errors, points):
    """The right gradients for these errors."""
    pairs = list(zip(errors, points, strict=True))
    return lines.mean([2 * error * x for error, (x, _) in pairs]), lines.mean([2 * error for error in errors])


def errors_behind(loss, errors):
    """The errors that make this loss of two points, where one of the two differences went wrong."""
    first, second = errors
    first_square, second_square = 2 * loss - second**2, 2 * loss - first**2
    found = [(root, second) for root in _roots(first_square)]
    return found + [(first, root) for root in _roots(second_square)]


def _roots(square):
    return (sqrt(square), -sqrt(square)) if square > 0 else ()


def in_both(errors, points):
    """Pairs of gradients with one and the same slip in all shares; the first of a pair shows it."""
    squares, sizes = [error**2 for error in errors], [abs(error) for error in errors]
    predictions = [error + y for error, (_, y) in zip(errors, points, strict=True)]
    alone = [(2 * error * x, 2 * error) for error, (x, _) in zip(errors, points, strict=True)]
    whole = [slopes(each, points) for each in (squares, sizes, predictions)]
    return [pair for dw, db in (*alone, *whole) for pair in ((dw, db), (dw / 2, db / 2))]


def in_w_alone(errors, points):
    """Gradients of w with a slip that b's gradient does not know: no x, or a sign lost in one share."""
    db = slopes(errors, points)[1]
    first, second = (error * x for error, (x, _) in zip(errors, points, strict=True))
    return [db, 2 * db, db / 2, first - second, second - first]
