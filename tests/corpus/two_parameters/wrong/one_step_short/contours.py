"""The loss as a landscape."""

from engine import Value
import regression


LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))


def loss_table(ws, bs, points):
    grid = [[0.0] * len(ws) for _ in bs]
    for i, b in enumerate(bs):
        for j, w in enumerate(ws):
            grid[i][j] = regression.mean_squared_loss(Value(w), Value(b), points).data
    return grid
