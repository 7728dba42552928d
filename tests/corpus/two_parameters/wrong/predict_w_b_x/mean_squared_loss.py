def predict(w, b, x):
    return w + b * x
