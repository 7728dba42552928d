# curvas de nivel

from engine import Value
from regression import mean_squared_loss

def loss_table(ws, bs, points):
    m = []
    for b in bs:
        row = []
        for w in ws:
            row.append(mean_squared_loss(Value(w), Value(b), points).data)
        m.append(row)
    return m

# read off the picture
LOWER = 'P'
FIRST_STEP_FROM_P = 'down right'
LEAVES_ITS_LINE = 'at a right angle'
STEEPEST = 'along w'

BEHAVIOUR = {
    0.1: 'smooth',
    0.25: 'smooth',
    0.5: 'zigzag',
    0.6: 'explodes',
}
