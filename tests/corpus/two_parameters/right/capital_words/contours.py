from engine import Value
from regression import mean_squared_loss


LOWER = "P"
FIRST_STEP_FROM_P = "Down right"
LEAVES_ITS_LINE = "At a right angle"
STEEPEST = "Along w"
BEHAVIOUR = {0.1: "Smooth", 0.25: "Smooth", 0.5: "Zigzag", 0.6: "Explodes"}


def loss_at(w, b, points):
    return mean_squared_loss(Value(w), Value(b), points).data


def loss_table(ws, bs, points):
    protokoll = []
    for b in bs:
        protokoll.append([loss_at(w, b, points) for w in ws])
    return protokoll
