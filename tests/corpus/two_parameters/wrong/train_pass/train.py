def train(w, b, points, lr=0.1, steps=10):
    pass
