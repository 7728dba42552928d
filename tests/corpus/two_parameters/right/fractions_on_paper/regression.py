# 直線の学習


def predict(w, b, x):
    # Gerade: Steigung mal x plus Achsenabschnitt
    return x * w + b

def mean_squared_loss(w, b, points):
    summe = 0
    anzahl = 0
    for x, y in points:
        fehler = predict(w, b, x) - y
        summe = fehler.square() + summe
        anzahl += 1
    return summe / anzahl


def gradients(w, b, points):
    # 평균: 2·(예측 − 정답)·x 와 2·(예측 − 정답)
    k = 2 / len(points)
    dw = k * sum((w * x + b - y) * x for (x, y) in points)
    db = k * sum((w * x + b - y) for (x, y) in points)
    return dw, db


def update(parameters, lr):
    # każdy parametr idzie w dół, przeciwnie do gradientu
    for parametr in parameters:
        parametr.data -= lr * parametr.grad


def train(w, b, points, lr=0.1, steps=10):
    trace = []
    for i in range(steps):
        trace.append((i, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
    return trace
