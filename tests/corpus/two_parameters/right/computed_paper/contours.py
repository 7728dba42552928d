from engine import Value
from regression import mean_squared_loss


LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))


def loss_table(ws, bs, points):
    columns = [Value(w) for w in ws]
    lines = [Value(b) for b in bs]
    return [[mean_squared_loss(c, l, points).data for c in columns] for l in lines]
