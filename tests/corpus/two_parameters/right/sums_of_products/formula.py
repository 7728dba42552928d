def gradients(w, b, points):
    n = len(points)
    sx = sum(x for x, _ in points)
    sy = sum(y for _, y in points)
    sxx = sum(x * x for x, _ in points)
    sxy = sum(x * y for x, y in points)
    return 2 * (w * sxx + b * sx - sxy) / n, 2 * (w * sx + n * b - sy) / n
