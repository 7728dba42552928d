"""The valley from above: a table of losses, and how to read a contour picture (lesson.md, minutes 60–85).

A contour picture is a map. Its plane is the plane of the two parameters: w goes to the right, b goes
up. Each line joins places that have the same loss.
"""

from itertools import islice, product

from engine import Value
from regression import mean_squared_loss


def loss_table(ws, bs, points):
    """The loss at every crossing of a grid, as a list of rows of plain numbers.

    ws and bs are lists of plain numbers, points is a list of pairs (x, y). One row for each b, in
    the order of bs; in it one loss for each w, in the order of ws.
    """
    losses = (mean_squared_loss(Value(w), Value(b), points).data for b, w in product(bs, ws))
    return [list(islice(losses, len(ws))) for _ in bs]


# --- Reading the picture with P and Q in lesson.md -----------------------------------------

# Which of the two places has the lower loss?  "P" or "Q"
LOWER = "P"

# A step of gradient descent is taken from P, with a small learning rate. Which way does it go?
# "left", "right", "up", "down", "up left", "up right", "down left" or "down right"
FIRST_STEP_FROM_P = "down right"

# How does a step leave the line on which it starts?
# "at a right angle", "along it" or "it depends on the learning rate"
LEAVES_ITS_LINE = "at a right angle"

# In which direction is the valley of that picture steepest?  "along w", "along b" or "equally"
STEEPEST = "along w"

# --- When the step is too large, on the points of regression.py ----------------------------

# Train from w = −1, b = 3 for ten steps. How do w and b travel with each of these learning rates?
#
#     "smooth"     the loss falls in every step, and neither w nor b swings to and fro
#     "zigzag"     the loss falls, but w or b crosses its best value again and again
#     "explodes"   the loss ends above where it began
#
# Predict first; then try: the last lines of regression.py are the place to change lr.
BEHAVIOUR = {
    0.1: "smooth",
    0.25: "smooth",
    0.5: "zigzag",
    0.6: "explodes",
}
