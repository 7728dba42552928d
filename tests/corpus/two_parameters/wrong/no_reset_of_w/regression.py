"""predict, loss, formula, update, loop."""


def update(parameters, lr):
	for i in range(len(parameters)):
		parameters[i].data = parameters[i].data - lr * parameters[i].grad


def predict(w, b, x):
	# w and b are Values, x is a number
	return w * x + b


def mean_squared_loss(w, b, points):
	J = None
	for x, y in points:
		one = (predict(w, b, x) - y).square()
		if J is None:
			J = one
		else:
			J = J + one
	return J / len(points)


def train(w, b, points, lr=0.1, steps=10):
	parametri = [w, b]
	righe = []
	for passo in range(steps):
		perdita = mean_squared_loss(w, b, points)
		righe.append((passo, w.data, b.data, perdita.data))
		perdita.backward()
		update(parametri, lr)
		for p in parametri[1:]:
			p.zero_grad()
	return righe


def gradients(w: float, b: float, points: list[tuple[float, float]]) -> tuple[float, float]:
	dw: float = 0.0
	db: float = 0.0
	for point in points:
		x: float = point[0]
		y: float = point[1]
		slope: float = 2.0 * (w * x + b - y) / len(points)
		dw += slope * x
		db += slope
	return dw, db
