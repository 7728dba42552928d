"""The loss as a landscape."""


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}


def loss_table(ws, bs, points):
    table = []
    for b in bs:
        zeile = []
        for w in ws:
            somme = 0.0
            for x, y in points:
                somme += (w * x + b - y) ** 2
            zeile.append(somme / len(points))
        table.append(zeile)
    return table
