from engine import Value
from regression import mean_squared_loss


LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))


def loss_table(ws, bs, points):
    tab = []
    for w in ws:
        line = []
        for b in bs:
            line.append(mean_squared_loss(Value(w), Value(b), points).data)
        tab.append(line)
    return tab
