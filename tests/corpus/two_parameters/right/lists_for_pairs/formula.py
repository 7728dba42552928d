def gradients(w, b, points):
    result = [0.0, 0.0]
    for x, y in points:
        e = 2 * (w * x + b - y) / len(points)
        result[0] += e * x
        result[1] += e
    return result
