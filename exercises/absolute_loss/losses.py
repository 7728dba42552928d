"""Squared and absolute loss, and what it is like to walk on each (lesson.md, minutes 40–85).

Run this file to see both walks, in a table and in a picture:

    python exercises/absolute_loss/losses.py
"""

from math import isfinite

if __name__ == "__main__":
    try:
        import plainly
    except ModuleNotFoundError:
        raise SystemExit("losses.py needs plainly.py and the rest of its lesson beside it.") from None

    plainly.speak()  # when you run this file: what is missing or broken, in plain words

from engine import Value


def squared_loss(w, x, y):
    """Given, from session 1: the square of prediction minus truth, for the model ŷ = w · x."""
    return (w * x - y).square()


def absolute_loss(w, x, y):
    """How far the prediction of the model ŷ = w · x is from the truth, as a Value.

    w is a Value; x and y are plain numbers.
    """
    # TODO: the distance between prediction and truth.
    # Constraint: stay in Values, so that a gradient finds its way back to w.
    raise NotImplementedError("absolute_loss in losses.py is still to do")


def mean_absolute_loss(b, ys):
    """How far one number is from several readings, for the model ŷ = b: the mean distance, as a Value.

    b is a Value; ys is a list of plain numbers, at least one.
    """
    # TODO: add up how far b is from each reading, then divide by how many readings there are.
    # Constraint: stay in Values from start to end; every reading counts the same.
    raise NotImplementedError("mean_absolute_loss in losses.py is still to do")


def mean_squared_loss(b, ys):
    """The same with squared errors, for the model ŷ = b: the mean of the squares, as a Value.

    b is a Value; ys is a list of plain numbers, at least one.
    """
    # TODO: the loss of session 2, with one parameter less.
    # Constraint: the mean, so that three readings and three hundred can be compared.
    raise NotImplementedError("mean_squared_loss in losses.py is still to do")


def train(parameter, loss, lr, steps):
    """Let one parameter learn along whatever loss is handed in, and return what happened.

    parameter is a Value and is changed in place: afterwards its `data` is what was learned, and its
    `grad` is 0. loss is a function: `loss(parameter)` builds the loss of the parameter, as a Value.
    lr is the learning rate η, steps is how many updates to make.

    Returns a list with one row (step, value, loss) for each step. step counts from 0; value and
    loss are plain floats, the parameter and its loss as they were before that step's update.
    """
    # TODO: the loop of session 1, with the loss as a function that you are given.
    # Constraints: build the loss anew in every turn. Record before the update. Leave no old
    # gradient behind.
    raise NotImplementedError("train in losses.py is still to do")


def train_with_decay(parameter, loss, lr, decay, steps):
    """As `train`, with a learning rate that gets smaller: step k uses lr / (1 + decay · k).

    The steps k count from 0, so the first one uses lr itself. Everything else is as in `train`.
    """
    # TODO: the same loop; only how far a step goes is worked out anew in each turn.
    # Constraint: work it out from lr and the step's number, not from the rate of the step before.
    raise NotImplementedError("train_with_decay in losses.py is still to do")


# --- Given: the table and the pictures -----------------------------------------------------

WIDE, HIGH = 37, 15  # characters of one picture; two of them stand side by side
LEFT, RIGHT = 1.4, 5.9  # the w at both edges of a picture


def show(walks):
    """Print the rows of several walks side by side: {title: rows}."""
    print("      " + "  ".join(f"{title:<22}" for title in walks).rstrip())
    print("step  " + "  ".join(f"{'w':>10}  {'loss':>10}" for _ in walks))
    for step in range(max(map(len, walks.values()))):
        rows = [rows[step] if step < len(rows) else None for rows in walks.values()]
        told = [f"{row[1]:>10.5f}  {row[2]:>10.5g}" if row else " " * 22 for row in rows]
        print(f"{step:>4}  " + "  ".join(told).rstrip())


def show_pictures(losses, walks):
    """Print each loss over w with the steps of its walk on it, two side by side: {title: loss function}."""
    pictures = [picture(loss, walks.get(title, [])) for title, loss in losses.items()]
    print()
    print("    ".join(f"{title:<{WIDE}}" for title in losses).rstrip())
    for lines in zip(*pictures, strict=True):
        print("    ".join(lines).rstrip())
    print("    ".join([f"{f'w = {LEFT:g}':<{WIDE - 8}}{f'w = {RIGHT:g}':>8}"] * len(pictures)))
    print("0, 1, 2 ... are the steps, then o. Each picture has its own scale for the loss.")


def picture(loss, rows):
    """The lines of one picture: dots for the loss over w, a mark for each row that lies in it."""
    ws = [LEFT + (RIGHT - LEFT) * column / (WIDE - 1) for column in range(WIDE)]
    heights = [loss(Value(w)).data for w in ws]
    top = max(heights)
    cells = [[" "] * WIDE for _ in range(HIGH)]
    for column, height in enumerate(heights):
        put(".", column, height, top, cells)
    for step, w, height in reversed(rows):
        if isfinite(w):
            column = round((w - LEFT) / (RIGHT - LEFT) * (WIDE - 1))
            put(str(step) if step < 10 else "o", column, height, top, cells)
    return ["".join(line) for line in cells]


def put(mark, column, height, top, cells):
    """Put one mark into a picture whose first line is as high as `top`; leave it out where it is outside."""
    if 0 <= column < WIDE and 0 <= height <= top:
        cells[HIGH - 1 - round(height / (top or 1.0) * (HIGH - 1))][column] = mark


if __name__ == "__main__":
    losses = {
        "squared": lambda w: squared_loss(w, 3.0, 11.0),
        "absolute": lambda w: absolute_loss(w, 3.0, 11.0),
    }
    walks = {}
    try:  # play with lr, decay and steps here
        walks["squared"] = train(Value(2.0), losses["squared"], lr=0.02, steps=16)
        walks["absolute"] = train(Value(2.0), losses["absolute"], lr=0.1, steps=16)
        show_pictures(losses, walks)
        walks["absolute, with decay"] = train_with_decay(
            Value(2.0), losses["absolute"], lr=0.2, decay=0.5, steps=16
        )
    except (NotImplementedError, NameError) as still_to_do:  # a cell of a notebook may not have run yet
        print(f"Not yet: {still_to_do}. Run pytest to see what comes next.")
    if walks:
        print()
        show(walks)
