from engine import Value
from regression import mean_squared_loss


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
    tabel = []
    for b in bs:               # een rij per b
        waarde_b = Value(b)
        rij = []
        for w in ws:           # een kolom per w
            verlies = mean_squared_loss(Value(w), waarde_b, points)
            rij.append(verlies.data)
        tabel.append(rij)
    return tabel
