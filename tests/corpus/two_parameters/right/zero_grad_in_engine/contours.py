# courbes de niveau


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
    n = len(points)
    return [[sum((w * x + b - y) ** 2 for x, y in points) / n for w in ws] for b in bs]
