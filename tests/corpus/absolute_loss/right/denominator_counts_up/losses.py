def mean_absolute_loss(b, ys):
    above = [y for y in ys if y > b.data]
    below = [y for y in ys if y <= b.data]
    total = Value(0.0)
    for y in above:
        total = total + (y - b).abs()
    for y in below:
        total = total + (b - y).abs()
    return total / (len(above) + len(below))
