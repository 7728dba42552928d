from engine import Value
from regression import mean_squared_loss


LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))


def loss_table(ws, bs, points):
    return tuple(tuple(mean_squared_loss(Value(w), Value(b), points).data for w in ws) for b in bs)
