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
  dw = 0
  db = 0
  n = len(points)
  i = 0
  while i < n:
    x, y = points[i]
    e = w*x + b - y
    dw += 2*e*x
    db += 2*e
    i += 1
  dw /= n
  db /= n
  return dw, db


def update(parameters, lr):
  new = [p.data - lr * p.grad for p in parameters]
  for p, number in zip(parameters, new):
    p.data = number


def train(w, b, points, lr=0.1, steps=10):
  rows = []
  for k in range(steps):
    L = mean_squared_loss(w, b, points).data
    dw, db = gradients(w.data, b.data, points)
    rows.append((k, w.data, b.data, L))
    for value, slope in ((w, dw), (b, db)):
      value.grad = slope
    update([w, b], lr)
    for value in (w, b):
      value.grad = 0.0
  return rows
