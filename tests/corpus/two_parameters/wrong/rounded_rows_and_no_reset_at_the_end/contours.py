from engine import Value
from regression import predict


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


def loss_table(ws, bs, points):
    def loss(w, b):
        residuals = [predict(Value(w), Value(b), x).data - y for x, y in points]
        return sum(e * e for e in residuals) / len(residuals)

    return [[loss(w, b) for w in ws] for b in bs]
