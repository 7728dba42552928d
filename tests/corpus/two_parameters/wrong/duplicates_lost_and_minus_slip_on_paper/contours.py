"""Contour pictures."""

from engine import Value
from regression import mean_squared_loss


def loss_table(ws, bs, points):
    result = []
    for b in bs:
        result.append(list(map(lambda w: mean_squared_loss(Value(w), Value(b), points).data, ws)))
    return result


STEEPEST = "along w"              # Linien am dichtesten
LEAVES_ITS_LINE = "at a right angle"
FIRST_STEP_FROM_P = "down right"
LOWER = "P"
BEHAVIOUR = {
    0.1: None,
    0.25: None,
    0.5: None,
    0.6: None,
}
# nach dem Ausprobieren:
BEHAVIOUR.update({0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"})
