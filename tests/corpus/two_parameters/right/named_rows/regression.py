"""A line learns: two parameters, several points, one loss (lesson.md, minutes 25–60).

The model is ŷ = w · x + b. Run this file to watch w and b learn, in a table and on a map:

    python exercises/two_parameters/regression.py
"""

from collections import namedtuple

from engine import Value

Row = namedtuple('Row', 'step w b loss')


def predict(w, b, x):
    """The prediction ŷ for one input, as a Value.

    w and b are Values; x is a plain number.
    """
    return w * x + b


def mean_squared_loss(w, b, points):
    """How wrong the line is about all points together: the mean of the squared errors, as a Value.

    w and b are Values; points is a list of pairs (x, y) of plain numbers, at least one.
    """
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def gradients(w, b, points):
    """Both gradients of the loss, by the formulas that you used on paper: (dL/dw, dL/db).

    Here w and b are plain numbers, and so are the two results. points is a list of pairs (x, y).
    """
    dw = 0
    db = 0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * x
        db += 2 * error
    return dw / len(points), db / len(points)


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
    def turns():
        for step in range(steps):
            loss = mean_squared_loss(w, b, points)
            yield Row(step, w.data, b.data, loss.data)
            loss.backward()
            update([w, b], lr)
            w.grad = 0.0
            b.grad = 0.0

    return list(turns())


# --- Given: the points of the lesson. valley.py draws what your loop does with them ---------

if __name__ == "__main__":
    from valley import show

    points = [(-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]
    show(train, Value(-1.0), Value(3.0), points, lr=0.1, steps=10)  # play with lr and steps here
