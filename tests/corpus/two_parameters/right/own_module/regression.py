"""A line learns: two parameters, several points, one loss (lesson.md, minutes 25–60).

The model is ŷ = w · x + b. Run this file to watch w and b learn, in a table and on a map:

    python exercises/two_parameters/regression.py
"""

from engine import Value
from mathstuff import mean, reset


def predict(w, b, x):
    """The prediction ŷ for one input, as a Value.

    w and b are Values; x is a plain number.
    """
    return w * x + b


def mean_squared_loss(w, b, points):
    """How wrong the line is about all points together: the mean of the squared errors, as a Value.

    w and b are Values; points is a list of pairs (x, y) of plain numbers, at least one.
    """
    return mean((predict(w, b, x) - y).square() for x, y in points)


def gradients(w, b, points):
    """Both gradients of the loss, by the formulas that you used on paper: (dL/dw, dL/db).

    Here w and b are plain numbers, and so are the two results. points is a list of pairs (x, y).
    """
    def error(x, y):
        return w * x + b - y

    return mean(2 * error(x, y) * x for x, y in points), mean(2 * error(x, y) for x, y in points)


def update(parameters, lr):
    """Move every parameter exactly one step of gradient descent, in place.

    parameters is a list of Values whose grads are known, however many; lr is the learning rate η.
    Returns nothing.
    """
    for p in parameters:
        p.data -= lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    """Let w and b learn from all points for a number of steps, and return what happened.

    w and b are Values and are changed in place: afterwards their `data` is what was learned, and
    their `grad` is 0. points is a list of pairs (x, y), lr is the learning rate η, steps is how
    many updates to make.

    Returns a list with one row (step, w, b, loss) for each step. step counts from 0; w, b and loss
    are plain floats, as they were before that step's update. So the first row shows the start.
    """
    rows = []
    for step in range(steps):
        reset(w, b)
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        rows.append((step, w.data, b.data, loss.data))
        update((w, b), lr)
    reset(w, b)
    return rows


# --- Given: the points of the lesson. valley.py draws what your loop does with them ---------

if __name__ == "__main__":
    from valley import show

    points = [(-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]
    show(train, Value(-1.0), Value(3.0), points, lr=0.1, steps=10)  # play with lr and steps here
