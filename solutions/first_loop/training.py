"""The learning loop: a loss, one step, and the loop that repeats it (lesson.md, minutes 45–75).

The model is ŷ = w · x, with one parameter w. Run this file to watch w learn:

    python exercises/first_loop/training.py
"""

if __name__ == "__main__":
    try:
        import plainly
    except ModuleNotFoundError:
        raise SystemExit("training.py needs plainly.py and the rest of its lesson beside it.") from None

    plainly.speak()  # when you run this file: what is missing or broken, in plain words

from engine import Value


def squared_loss(w, x, y):
    """How wrong the prediction w · x is about y, squared, as a Value.

    w is a Value; x and y are Values or plain numbers.
    """
    # >>> solution
    # TODO: compute the prediction, then the square of how far it is from y.
    # Constraint: stay in Values from start to end, so that `backward` on the result reaches w.

    y_hat = w * x  # w is a Value, so this is one: the operators take what stands beside it as it is
    return (y_hat - y).square()
    # <<< stub: raise NotImplementedError("squared_loss in training.py is still to do")


def update(w, lr):
    """Move w exactly one step of gradient descent, in place.

    w is a Value whose grad is known; lr is the learning rate η, a number. Returns nothing.
    """
    # >>> solution
    # TODO: change `w.data` by one step against the gradient; the step is lr times `w.grad`.
    # Constraint: one step, and nothing else. `w.grad` stays as it is: resetting it is the
    # loop's job, and no backward pass is started here.

    # Minus: the gradient points to where the loss grows, and we want the other way.
    w.data -= lr * w.grad
    # <<< stub: raise NotImplementedError("update in training.py is still to do")


def train(w, x, y, lr=0.1, steps=10):
    """Let w learn from one example for a number of steps, and return what happened.

    w is a Value and is changed in place: afterwards `w.data` is the trained value and `w.grad`
    is 0. x and y are the example, lr is the learning rate η, steps is how many updates to make.

    Returns a list with one row (step, w, loss) for each step. step counts from 0; w and loss are
    plain floats, as they were before that step's update. So the first row shows the start.
    """
    # >>> solution
    # TODO: make `steps` turns. In each one find out how wrong w is and which way is better,
    # record the row, and take one step, with your `squared_loss`, `backward` and `update`.
    # Constraints: build the loss anew in every turn, because a graph keeps the numbers it was
    # built from. Record before the update. Reset the gradient before the next turn.

    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)  # inside the loop: last turn's graph describes last turn's w
        rows.append((step, w.data, loss.data))  # .data: a plain number does not change later
        loss.backward()
        update(w, lr)
        w.grad = 0.0  # backward adds; without this the next step would follow old gradients too
    return rows
    # <<< stub: raise NotImplementedError("train in training.py is still to do")


# --- Given: the numbers of the lesson. valley.py draws what your loop does with them -------

if __name__ == "__main__":
    from valley import show

    show(train, Value(-1.0), x=2.0, y=4.0, lr=0.1, steps=10)  # play with lr and steps here
