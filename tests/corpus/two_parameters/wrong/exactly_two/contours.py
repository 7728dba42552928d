# Höhenlinien

from engine import Value
from regression import mean_squared_loss

def loss_at(w, b, points):
    return mean_squared_loss(Value(w), Value(b), points).data

def loss_table(ws, bs, points):
    rows = []
    for b in bs:
        rows.append([loss_at(w, b, points) for w in ws])
    return rows

LOWER = "P"  # fewer lines away from the middle
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {}
BEHAVIOUR[0.1] = "smooth"
BEHAVIOUR[0.25] = "smooth"
BEHAVIOUR[0.5] = "zigzag"
BEHAVIOUR[0.6] = "explodes"
