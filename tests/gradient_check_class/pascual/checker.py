"""The instrument: what an engine says of its gradients, against what is measured (lesson.md, minutes 30–55).

Everything here is handed `Value`, the class of whatever engine is under suspicion, and `f`, a function
that takes as many Values as there are inputs and returns one Value:

    >>> from engine import Value
    >>> check(Value, lambda a, b: a * b + a, [3.0, 5.0])
    []

An empty list: engine and measurement agree about both inputs.
"""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    """One measured slope for each input, in their order, as a list of plain numbers.

    xs are the inputs as plain numbers; f is called as f(*values), with a Value for each of them.
    """
    slopes = []
    for k in range(len(xs)):
        def f_of_one(x):
            inputs = list(xs)
            inputs[k] = x
            return f(*[Value(number) for number in inputs]).data
        slopes.append(central_slope(f_of_one, xs[k], h))
    return slopes


def engine_gradients(Value, f, xs):
    """The gradients that the engine itself finds, one for each input, as a list of plain numbers."""
    values = [Value(x) for x in xs]
    result = f(*values)
    result.backward()
    return [value.grad for value in values]


def check(Value, f, xs, tolerance=1e-6):
    """Where the engine and the measurement disagree: a list of positions in xs, from 0. [] where nowhere.

    Two slopes agree when their relative error is at most `tolerance`. They also agree when both are
    smaller than 1e-8 in size: that is noise around a slope of 0.
    """
    measured = measured_gradients(Value, f, xs)
    claimed = engine_gradients(Value, f, xs)
    wrong = []
    for k in range(len(xs)):
        both_tiny = abs(measured[k]) < 1e-8 and abs(claimed[k]) < 1e-8
        if not both_tiny and relative_error(claimed[k], measured[k]) > tolerance:
            wrong.append(k)
    return wrong
