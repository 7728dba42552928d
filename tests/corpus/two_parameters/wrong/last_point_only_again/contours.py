# curvas de nivel

from engine import Value
from regression import mean_squared_loss

def loss_table(ws, bs, points):
    columns = [Value(w) for w in ws]
    lines = [Value(b) for b in bs]
    return [[mean_squared_loss(c, l, points).data for c in columns] for l in lines]

LOWER: str = "P"
FIRST_STEP_FROM_P: str = "down right"
LEAVES_ITS_LINE: str = "at a right angle"
STEEPEST: str = "along w"
BEHAVIOUR: dict[float, str] = {
    0.1: "smooth",
    0.25: "smooth",   # 0.25 * 3.618 < 1
    0.5: "zigzag",
    0.6: "explodes",  # 0.6 * 3.618 > 2
}
