# contours.py


def loss_table(ws, bs, points):
  n = len(points)
  return [[sum((w * x + b - y) ** 2 for x, y in points) / n for w in ws] for b in bs]


LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: "smooth", 0.25: "smooth", 0.5: "zigzag", 0.6: "explodes"}
