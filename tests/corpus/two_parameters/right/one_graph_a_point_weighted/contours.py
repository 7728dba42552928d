# Höhenlinien

def loss_table(ws, bs, points):
    grid = []
    for b in bs:
        line = []
        for w in ws:
            total = 0.0
            for x, y in points:
                total += (w * x + b - y) ** 2
            line.append(total / len(points))
        grid.append(line)
    return grid

LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))
