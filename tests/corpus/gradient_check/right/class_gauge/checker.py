"""The instrument: what an engine says of its gradients, against what is measured (lesson.md, minutes 25–50).

Everything here is handed `Value`, the class of whatever engine is under suspicion, and `f`, a function
that takes as many Values as there are inputs and returns one Value:

    >>> from engine import Value
    >>> check(Value, lambda a, b: a * b + a, [3.0, 5.0])
    []

An empty list: engine and measurement agree about both inputs.
"""

from gauge import Gauge
from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    """One measured slope for each input, in their order, as a list of plain numbers.

    xs are the inputs as plain numbers; f is called as f(*values), with a Value for each of them.
    """
    return [central_slope(Gauge(Value, f, xs, i), xs[i], h) for i in range(len(xs))]


def engine_gradients(Value, f, xs):
    """The gradients that the engine itself finds, one for each input, as a list of plain numbers."""
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [v.grad for v in values]


def check(Value, f, xs, tolerance=1e-6):
    """Where the engine and the measurement disagree: a list of positions in xs, from 0. [] where nowhere.

    Two slopes agree when their relative error is at most `tolerance`. They also agree when both are
    smaller than 1e-8 in size: that is noise around a slope of 0.
    """
    measured = measured_gradients(Value, f, xs)
    claimed = engine_gradients(Value, f, xs)
    wrong = []
    for i in range(len(xs)):
        if abs(measured[i]) < 1e-8 and abs(claimed[i]) < 1e-8:
            continue
        if relative_error(claimed[i], measured[i]) > tolerance:
            wrong.append(i)
    return wrong