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
    def mse(w, b):
        return sum((w * x + b - y) ** 2 for x, y in points) / len(points)

    return [[mse(w, b) for b in bs] for w in ws]
