"""The loss as a landscape."""


SMOOTH, ZIGZAG, EXPLODES = "smooth", "zigzag", "explodes"

LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: SMOOTH, 0.25: SMOOTH, 0.5: ZIGZAG, 0.6: EXPLODES}


def loss_table(ws, bs, points):
    if not ws or not bs:
        return [[] for _ in bs]
    out = []
    for b in bs:
        out.append(r := [])
        for w in ws:
            r.append(sum((w * x + b - y) * (w * x + b - y) for x, y in points) / len(points))
    return out
