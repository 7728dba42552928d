def predict(w, b, x):
    return w * x - b
