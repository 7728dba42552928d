# hoogtelijnen

from engine import Value
from regression import mean_squared_loss


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}


def loss_at(w, b, points):
    return mean_squared_loss(Value(w), Value(b), points).data


def loss_table(ws, bs, points):
    log = []
    for b in bs:
        log.append([loss_at(w, b, points) for w in ws])
    return log
