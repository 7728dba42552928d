from engine import Value
from regression import mean_squared_loss


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}


def loss_table(ws, bs, points):
    result = []
    for b in bs:
        result.append(list(map(lambda w: mean_squared_loss(Value(w), Value(b), points).data, ws)))
    return result
