# contours.py

from engine import Value
import regression


def loss_table(ws, bs, points):
  grid = [[0.0] * len(ws) for _ in bs]
  for i, b in enumerate(bs):
    for j, w in enumerate(ws):
      grid[i][j] = regression.mean_squared_loss(Value(w), Value(b), points).data
  return grid


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}
