def update(parameters, lr):
	if not parameters:
		return
	for v in parameters:
		change = -lr * v.grad
		v.data += change


def predict(w, b, x):
	return (w * x) + b

def mean_squared_loss(w, b, points):
	return sum((e := predict(w, b, x) - y) * e for (x, y) in points) / len(points)


def train(w, b, points, lr=0.1, steps=10):
	history_rows = []
	for i in range(steps):
		w.grad = 0.0
		b.grad = 0.0
		cost = mean_squared_loss(w, b, points)
		cost.backward()
		history_rows.append((i, w.data, b.data, cost.data))
		update([w, b], lr)
	w.grad = 0.0
	b.grad = 0.0
	return history_rows


def gradients(w, b, points):
	xs, ys = zip(*points)
	diffs = [w * x + b - y for x, y in zip(xs, ys)]
	dw = sum(2 * d * x for d, x in zip(diffs, xs)) / len(xs)
	db = sum(2 * d for d in diffs) / len(xs)
	return dw, db
