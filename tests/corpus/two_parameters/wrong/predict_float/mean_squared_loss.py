def predict(w, b, x):
    return w.data * x + b.data
