from engine import Value
from regression import mean_squared_loss


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "along it"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}


def loss_table(ws, bs, points):
    w, b = Value(ws[0]), Value(bs[0])
    perte = mean_squared_loss(w, b, points)
    table = []
    for b_number in bs:
        zeile = []
        for w_number in ws:
            w.data = w_number
            b.data = b_number
            zeile.append(perte.data)
        table.append(zeile)
    return table
