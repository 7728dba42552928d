"""The loss as a landscape."""

from engine import Value
from regression import mean_squared_loss


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {
    0.1: "smooth",
    0.25: "zigzag",
    0.5: "zigzag",
    0.6: "explodes",
}


def loss_table(ws, bs, points):
    return [[mean_squared_loss(Value(w), Value(b), points).data for w in ws] for b in bs]
