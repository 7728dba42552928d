# Höhenlinien

from engine import Value
from regression import mean_squared_loss

def loss_table(ws: list[float], bs: list[float], points: list[tuple[float, float]]) -> list[list[float]]:
    def row(b: float) -> list[float]:
        return [mean_squared_loss(Value(w), Value(b), points).data for w in ws]

    return [row(b) for b in bs]

# read off the picture
LOWER = 'P'
FIRST_STEP_FROM_P = 'down right'
LEAVES_ITS_LINE = 'at a right angle'
STEEPEST = 'along w'

BEHAVIOUR = {
    0.1: 'smooth',
    0.25: 'smooth',
    0.5: 'zigzag',
    0.6: 'explodes',
}
