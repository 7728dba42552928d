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
  errors = [w * x + b - y for x, y in points]
  N = len(errors)
  dw = 2 / N * sum(e * x for e, (x, _) in zip(errors, points))
  db = 2 / N * sum(errors)
  return dw, db


def update(parameters, lr):
  # każdy parametr idzie w dół, przeciwnie do gradientu
  for parametr in parameters:
    parametr.data -= lr * parametr.grad


def train(w, b, points, lr=0.1, steps=10):
  lignes = []
  for step in range(steps):
    lignes.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
    for point in points:
      loss = mean_squared_loss(w, b, [point])
      loss.backward()
      update([w, b], lr)
      w.grad = 0.0
      b.grad = 0.0
  return lignes
