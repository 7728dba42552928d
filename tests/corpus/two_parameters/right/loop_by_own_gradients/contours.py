# contours.py

from engine import Value
from regression import predict


def loss_table(ws, bs, points):
  def loss(w, b):
    errors = [predict(Value(w), Value(b), x).data - y for x, y in points]
    return sum(e * e for e in errors) / len(errors)

  return [[loss(w, b) for w in ws] for b in bs]


SMOOTH, ZIGZAG, EXPLODES = "smooth", "zigzag", "explodes"

LOWER = "P"
FIRST_STEP_FROM_P = "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = {0.1: SMOOTH, 0.25: SMOOTH, 0.5: ZIGZAG, 0.6: EXPLODES}
