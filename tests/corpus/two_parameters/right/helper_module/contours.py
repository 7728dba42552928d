# Höhenlinien

from engine import Value
from regression import mean_squared_loss

def loss_table(ws: list[float], bs: list[float], points: list[tuple[float, float]]) -> list[list[float]]:
    def row(b: float) -> list[float]:
        return [mean_squared_loss(Value(w), Value(b), points).data for w in ws]

    return [row(b) for b in bs]

LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))
