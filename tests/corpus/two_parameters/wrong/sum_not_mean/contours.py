from engine import Value
from regression import mean_squared_loss


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


def loss_table(ws, bs, points):
    columns = [Value(w) for w in ws]
    lines = [Value(b) for b in bs]
    return [[mean_squared_loss(c, l, points).data for c in columns] for l in lines]
