# regressione lineare

def gradients(w, b, points):
    dw = 0
    db = 0
    N = len(points)
    i = 0
    while i < N:
        x, y = points[i]
        e = w*x + b - y
        dw += 2*e*x
        db += 2*e
        i += 1
    dw /= N
    db /= N
    return dw, db

def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    mean_error = sum(predict(w, b, x) - y for x, y in points) / len(points)
    return mean_error.square()

def update(parameters, lr):
    """Minus, denn der Gradient zeigt bergauf."""
    for param in parameters:
        param.data = param.data - param.grad * lr

def train(w, b, points, lr=0.1, steps=10):
    filas = []
    for paso in range(steps):
        # 1. ¿cuánto me equivoco?
        perdida = mean_squared_loss(w, b, points)
        # 2. apuntar antes de mover
        filas.append((paso, w.data, b.data, perdida.data))
        # 3. hacia atrás, un paso, y a cero
        perdida.backward()
        update([w, b], lr)
        for parametro in [w, b]:
            parametro.grad = 0.0
    return filas
