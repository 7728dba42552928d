def predict(w, b, x):
    return b * x + w
