# hoogtelijnen

from engine import Value
from regression import mean_squared_loss


LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))


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
