# curvas de nivel

from engine import Value
from regression import mean_squared_loss

def loss_table(ws, bs, points):
    grid = [[0] * len(ws)] * len(bs)
    for r in range(len(bs)):
        for c in range(len(ws)):
            grid[r][c] = mean_squared_loss(Value(ws[c]), Value(bs[r]), points).data
    return grid

LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}
