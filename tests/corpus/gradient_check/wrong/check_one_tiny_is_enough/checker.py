"""The instrument: what an engine says of its gradients, against what is measured (lesson.md, minutes 25–50).

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
    # >>> solution
    # TODO: for each input, measure how f changes when that input alone is nudged by h to either side.
    # Constraints: the others hold still meanwhile. Look at `data` only: no `backward`, no `grad`. In the
    # end xs holds what it held before.

    slopes = []
    for k in range(len(xs)):

        def along(x, k=k):  # f as a function of one input: the others stay as they are
            values = [Value(x if i == k else other) for i, other in enumerate(xs)]
            return f(*values).data

        slopes.append(central_slope(along, xs[k], h))
    return slopes
    # <<< stub: raise NotImplementedError("measured_gradients in checker.py is still to do")


def engine_gradients(Value, f, xs):
    """The gradients that the engine itself finds, one for each input, as a list of plain numbers."""
    # >>> solution
    # TODO: compute f once, go backward once, and read what arrived at each input.
    # Constraint: nothing is measured here.

    inputs = [Value(x) for x in xs]
    f(*inputs).backward()
    return [value.grad for value in inputs]
    # <<< stub: raise NotImplementedError("engine_gradients in checker.py is still to do")


def check(Value, f, xs, tolerance=1e-6):
    """Where the engine and the measurement disagree: a list of positions in xs, from 0. [] where nowhere.

    Two slopes agree when their relative error is at most `tolerance`. They also agree when both are
    smaller than 1e-8 in size: that is noise around a slope of 0.
    """
    # >>> solution
    # TODO: compare the two lists of gradients, position by position.
    # Constraint: all positions that disagree, and no others, from the first to the last.

    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    positions = []
    for k, (one, other) in enumerate(zip(found, due, strict=True)):
        tiny = abs(one) < 1e-8 and abs(other) < 1e-8
        if not tiny and relative_error(one, other) > tolerance:
            positions.append(k)
    return positions
    # <<< stub: raise NotImplementedError("check in checker.py is still to do")


def check(Value,f,xs,tolerance=1e-6):
    m=measured_gradients(Value,f,xs)
    e=engine_gradients(Value,f,xs)
    bad=[]
    for i,(a,b) in enumerate(zip(m,e)):
        if relative_error(a,b)<tolerance or (abs(a)<1e-8 or abs(b)<1e-8): continue
        bad.append(i)
    return bad
