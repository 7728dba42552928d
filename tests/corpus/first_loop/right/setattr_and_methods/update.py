def update(w, lr):
    setattr(w, "data", getattr(w, "data") - getattr(w, "grad") * lr)
