"""predict, loss, formula, update, loop."""

from collections import namedtuple


def predict(w, b, x):
  return w * x + b


def mean_squared_loss(w, b, points):
  def carre(point):
    x, y = point
    return (predict(w, b, x) - y).square()

  return sum(map(carre, points)) / len(points)


Slopes = namedtuple("Slopes", "dw db")


def gradients(w, b, points):
  n = len(points)
  dw = sum(2 * (w * x + b - y) * x for x, y in points) / n
  db = sum(2 * (w * x + b - y) for x, y in points) / n
  return Slopes(round(dw, 2), round(db, 2))


def update(parameters, lr):
  new = [p.data - lr * p.grad for p in parameters]
  for p, number in zip(parameters, new):
    p.data = number


def train(w, b, points, lr=0.1, steps=10):
  grid = []
  k = 0
  while k < steps:
    L = mean_squared_loss(w, b, points)
    zeile = (k, w.data, b.data, L.data)
    grid.append(zeile)
    L.backward()
    update((w, b), lr)
    w.grad = b.grad = 0.0
    k += 1
  return grid
