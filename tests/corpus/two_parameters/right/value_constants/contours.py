# curvas de nivel

def loss_table(ws, bs, points):
    tableau = []
    for b in bs:
        row = []
        for w in ws:
            running = 0.0
            for x, y in points:
                running += (w * x + b - y) ** 2
            row.append(running / len(points))
        tableau.append(row)
    return tableau

LOWER, FIRST_STEP_FROM_P = "P", "down right"
LEAVES_ITS_LINE = "at a right angle"
STEEPEST = "along w"
BEHAVIOUR = dict(zip([0.1, 0.25, 0.5, 0.6], ["smooth", "smooth", "zigzag", "explodes"]))
