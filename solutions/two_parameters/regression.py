"""A line learns: two parameters, several points, one loss (lesson.md, minutes 25–60).

The model is ŷ = w · x + b. Run this file to watch w and b learn, in a table and on a map:

    python exercises/two_parameters/regression.py
"""

if __name__ == "__main__":
    try:
        import plainly
    except ModuleNotFoundError:
        raise SystemExit("regression.py needs plainly.py and the rest of its lesson beside it.") from None

    plainly.speak()  # when you run this file: what is missing or broken, in plain words

from engine import Value


def predict(w, b, x):
    """The prediction ŷ for one input, as a Value.

    w and b are Values; x is a plain number.
    """
    # >>> solution
    # TODO: compute w times x plus b.
    # Constraint: stay in Values, so that gradients find their way back to w and to b.

    return w * x + b
    # <<< stub: raise NotImplementedError("predict in regression.py is still to do")


def mean_squared_loss(w, b, points):
    """How wrong the line is about all points together: the mean of the squared errors, as a Value.

    w and b are Values; points is a list of pairs (x, y) of plain numbers, at least one.
    """
    # >>> solution
    # TODO: add up the squared error of every point, then divide by how many points there are.
    # Constraints: every point counts the same. Stay in Values from start to end, so that one
    # `backward` on the result reaches w and b.

    total = 0.0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)
    # <<< stub: raise NotImplementedError("mean_squared_loss in regression.py is still to do")


def gradients(w, b, points):
    """Both gradients of the loss, by the formulas that you used on paper: (dL/dw, dL/db).

    Here w and b are plain numbers, and so are the two results. points is a list of pairs (x, y).
    """
    # >>> solution
    # TODO: the mean of 2 · (ŷ − y) · x, and the mean of 2 · (ŷ − y), over all points.
    # Constraint: no Value and no `backward` in here. This is the second opinion that you ask
    # when you want to know whether the engine is right.

    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db
    # <<< stub: raise NotImplementedError("gradients in regression.py is still to do")


def update(parameters, lr):
    """Move every parameter exactly one step of gradient descent, in place.

    parameters is a list of Values whose grads are known, however many; lr is the learning rate η.
    Returns nothing.
    """
    # >>> solution
    # TODO: change the `data` of each parameter by one step against its own gradient.
    # Constraint: one step each, and nothing else. Every `grad` stays as it is: resetting is the
    # loop's job.

    for parameter in parameters:
        parameter.data -= lr * parameter.grad
    # <<< stub: raise NotImplementedError("update in regression.py is still to do")


def train(w, b, points, lr=0.1, steps=10):
    """Let w and b learn from all points for a number of steps, and return what happened.

    w and b are Values and are changed in place: afterwards their `data` is what was learned, and
    their `grad` is 0. points is a list of pairs (x, y), lr is the learning rate η, steps is how
    many updates to make.

    Returns a list with one row (step, w, b, loss) for each step. step counts from 0; w, b and loss
    are plain floats, as they were before that step's update. So the first row shows the start.
    """
    # >>> solution
    # TODO: make `steps` turns. In each one find out how wrong the line is on all points and which
    # way is better, record the row, and take one step with both parameters.
    # Constraints: both gradients belong to the same place, so know both before you move either.
    # Build the loss anew in every turn. Record before the update. Leave no old gradient behind.

    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)  # anew: a graph keeps the numbers it was built from
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()  # both gradients at once, at the place where both parameters stand
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows
    # <<< stub: raise NotImplementedError("train in regression.py is still to do")


# --- Given: the points of the lesson. valley.py draws what your loop does with them ---------

if __name__ == "__main__":
    from valley import show

    points = [(-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]
    show(train, Value(-1.0), Value(3.0), points, lr=0.1, steps=10)  # play with lr and steps here
