# 等高線

from engine import Value
from regression import mean_squared_loss


def loss_table(ws, bs, points):
	tab = []
	for b in bs:
		zeile = []
		for w in ws:
			zeile.append(mean_squared_loss(Value(w), Value(b), points).data)
		tab.append(zeile)
	return tab


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along b"
BEHAVIOUR = {}
BEHAVIOUR[0.1] = "smooth"
BEHAVIOUR[0.25] = "smooth"
BEHAVIOUR[0.5] = "zigzag"
BEHAVIOUR[0.6] = "explodes"
