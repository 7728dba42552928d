from engine import Value


def update(parameters: list[Value], lr: float) -> None:
	"""One step downhill for each parameter."""
	for value in parameters:
		turn = lr * value.grad
		value.data -= turn


def predict(w, b, x):
	return b + w * x


def mean_squared_loss(w, b, points):
	xs, ys = zip(*points)
	guesses = [predict(w, b, x) for x in xs]
	gaps = [guess - y for guess, y in zip(guesses, ys)]
	return sum([gap * gap for gap in gaps]) / len(ys)


def train(w, b, points, lr=0.1, steps=10):
	protokoll = []
	for i in range(steps):
		w.grad = 0.0
		b.grad = 0.0
		L = mean_squared_loss(w, b, points)
		L.backward()
		protokoll.append((i, w.data, b.data, L.data))
		update([w, b], lr)
	w.grad = 0.0
	b.grad = 0.0
	return protokoll


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
