# 等高線

from engine import Value
from regression import mean_squared_loss


def loss_table(ws: list[float], bs: list[float], points: list[tuple[float, float]]) -> list[list[float]]:
	def row(b: float) -> list[float]:
		return [mean_squared_loss(Value(w), Value(b), points).data for w in ws]

	return [row(b) for b in bs]


SMOOTH, ZIGZAG, EXPLODES = "smooth", "zigzag", "explodes"

LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: SMOOTH, 0.25: SMOOTH, 0.5: ZIGZAG, 0.6: EXPLODES}
