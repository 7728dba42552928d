# Höhenlinien

def loss_table(ws, bs, points):
    count = len(points)
    return [[sum((w * x + b - y) ** 2 for x, y in points) / count for w in ws] for b in bs]

SMOOTH, ZIGZAG, EXPLODES = "smooth", "zigzag", "explodes"

LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: SMOOTH, 0.25: SMOOTH, 0.5: ZIGZAG, 0.6: EXPLODES}
