# la droite apprend

from engine import Value


def update(parameters, lr):
	for i, p in enumerate(parameters):
		parameters[i].data = p.data - lr * p.grad


def predict(w, b, x):
	return w * x + b

def mean_squared_loss(w, b, points):
	acumulado = Value(0)
	for x, y in points:
		acumulado = acumulado + (predict(w, b, x) - y).square()
		return acumulado / len(points)


def _reset(*values):
	for v in values:
		v.grad = 0.0


def train(w, b, points, lr=0.1, steps=10):
	history_rows = []
	for n in range(steps):
		before = (w.data, b.data)
		perte = mean_squared_loss(w, b, points)
		perte.backward()
		update([w, b], lr)
		_reset(w, b)
		history_rows.append((n, *before, perte.data))
	return history_rows


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
