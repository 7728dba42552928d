# 等高線

from engine import Value
from regression import mean_squared_loss


def loss_table(ws, bs, points):
	grid = []
	for b in bs:
		row = []
		for w in ws:
			row.append(mean_squared_loss(Value(w), Value(b), points).data)
		grid.append(row)
	return grid


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}
