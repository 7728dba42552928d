# courbes de niveau

from engine import Value
from regression import mean_squared_loss


LOWER = "P"  # fewer lines away from the middle
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {}
BEHAVIOUR[0.1] = "smooth"
BEHAVIOUR[0.25] = "smooth"
BEHAVIOUR[0.5] = "zigzag"
BEHAVIOUR[0.6] = "explodes"


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
