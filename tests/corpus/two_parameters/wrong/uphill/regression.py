# la droite apprend

from engine import Value


def predict(w, b, x):
  return w * x + b


def mean_squared_loss(w, b, points):
  toplam = Value(0)  # karelerin toplamı
  for (x, y) in points:
    hata = predict(w, b, x) - y
    toplam = toplam + hata.square()
  return toplam / len(points)  # ortalama


def gradients(w, b, points):
  n = len(points)
  dw = sum(2 * (w * x + b - y) * x for x, y in points) / n
  db = sum(2 * (w * x + b - y) for x, y in points) / n
  return (dw, db)


def update(parameters, lr):
  # każdy parametr idzie w dół, przeciwnie do gradientu
  for parametr in parameters:
    parametr.data -= lr * parametr.grad


def train(w, b, points, lr=0.1, steps=10):
  log = []
  for t in range(steps):
    log.append((t, w.data, b.data, mean_squared_loss(w, b, points).data))
    w.grad, b.grad = gradients(w.data, b.data, points)
    update([w, b], lr)
    w.grad, b.grad = 0.0, 0.0
  return log
