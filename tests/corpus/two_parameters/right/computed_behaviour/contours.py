"""Contour pictures."""

from engine import Value
from regression import mean_squared_loss


def loss_table(ws, bs, points):
    grid = [[None for _ in ws] for _ in bs]
    for j, w in enumerate(ws):
        for i, b in enumerate(bs):
            grid[i][j] = mean_squared_loss(Value(w), Value(b), points).data
    return grid


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"


def _behaviour(lr, points=((-1, -2), (0, 1), (1, 2), (2, 3))):
    w, b = -1.0, 3.0
    losses, sides = [], []
    for _ in range(10):
        deltas = [w * x + b - y for x, y in points]
        losses.append(sum(e * e for e in deltas) / 4)
        # how far along the steep direction (1.618, 1) from the best line
        sides.append((1 + 5**0.5) / 2 * (w - 1.6) + (b - 0.2) > 0)
        dw = sum(2 * e * x for e, (x, _) in zip(deltas, points)) / 4
        db = sum(2 * e for e in deltas) / 4
        w, b = w - lr * dw, b - lr * db
    if losses[-1] > losses[0]:
        return "explodes"
    return "smooth" if len(set(sides)) == 1 else "zigzag"


BEHAVIOUR = {lr: _behaviour(lr) for lr in (0.1, 0.25, 0.5, 0.6)}
