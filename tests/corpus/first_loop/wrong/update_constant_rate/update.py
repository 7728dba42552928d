LEARNING_RATE = 0.1


def update(w, lr):
    w.data -= LEARNING_RATE * w.grad
