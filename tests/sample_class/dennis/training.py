"""The learning loop: a loss, one step, and the loop that repeats it (lesson.md, minutes 45–75).

The model is ŷ = w · x, with one parameter w. Run this file to watch w learn:

    python exercises/first_loop/training.py
"""

from engine import Value


def squared_loss(w, x, y):
    """How wrong the prediction w · x is about y, squared, as a Value.

    Each of w, x and y is a Value or a plain number.
    """
    if not isinstance(w, Value):
        w = Value(w)
    return (w * x - y).square()


def update(w, lr):
    """Move w exactly one step of gradient descent, in place.

    w is a Value whose grad is known; lr is the learning rate η, a number. Returns nothing.
    """
    w.data = w.data - lr * w.grad


def train(w, x, y, lr=0.1, steps=10):
    """Let w learn from one example for a number of steps, and return what happened.

    w is a Value and is changed in place: afterwards `w.data` is the trained value and `w.grad`
    is 0. x and y are the example, lr is the learning rate η, steps is how many updates to make.

    Returns a list with one row (step, w, loss) for each step. step counts from 0; w and loss are
    plain floats, as they were before that step's update. So the first row shows the start.
    """
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def show(rows):
    """Print the rows of `train` as a table."""
    print(f"{'step':>4}  {'w':>12}  {'loss':>12}")
    for step, w, loss in rows:
        print(f"{step:>4}  {w:>12.6f}  {loss:>12.6g}")


if __name__ == "__main__":
    try:
        show(train(Value(-1.0), x=2.0, y=4.0, lr=0.1, steps=10))  # play with lr and steps here
    except NotImplementedError as still_to_do:
        raise SystemExit(f"Not yet: {still_to_do}. Run pytest to see what comes next.") from None
