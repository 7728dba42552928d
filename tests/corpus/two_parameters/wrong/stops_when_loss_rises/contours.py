# 等高線

from engine import Value
from regression import predict


def loss_table(ws, bs, points):
	def loss(w, b):
		res = [predict(Value(w), Value(b), x).data - y for x, y in points]
		return sum(e * e for e in res) / len(res)

	return [[loss(w, b) for w in ws] for b in bs]


LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))
