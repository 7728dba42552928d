"""Contour pictures."""


def loss_table(ws, bs, points):
    N = len(points)
    return [[sum((w * x + b - y) ** 2 for x, y in points) / N for w in ws] for b in bs]


LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))
