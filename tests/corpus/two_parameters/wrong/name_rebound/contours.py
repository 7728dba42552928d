# courbes de niveau

from engine import Value
import regression


LOWER = "P"  # fewer lines away from the middle
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {}
BEHAVIOUR[0.1] = "smooth"
BEHAVIOUR[0.25] = "smooth"
BEHAVIOUR[0.5] = "zigzag"
BEHAVIOUR[0.6] = "explodes"


def loss_table(ws, bs, points):
    grid = [[0.0] * len(ws) for _ in bs]
    for i, b in enumerate(bs):
        for j, w in enumerate(ws):
            grid[i][j] = regression.mean_squared_loss(Value(w), Value(b), points).data
    return grid
