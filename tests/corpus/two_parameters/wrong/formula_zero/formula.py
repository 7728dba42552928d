def gradients(w, b, points):
    return 0.0, 0.0
