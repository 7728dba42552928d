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
    table = []
    for b in bs:
        row = []
        for w in ws:
            total = 0.0
            for x, y in points:
                total += (w * x + b - y) ** 2
            row.append(total / len(points))
        table.append(row)
    return table
