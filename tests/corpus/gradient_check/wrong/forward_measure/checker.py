"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    basis = f(*[Value(x) for x in xs]).data  # nur einmal rechnen
    liste = []
    for k in range(len(xs)):
        xs_neu = [x + h if i == k else x for i, x in enumerate(xs)]
        liste.append((f(*[Value(x) for x in xs_neu]).data - basis) / h)
    return liste


def engine_gradients(Value, f, xs):
    eingaben = [Value(x) for x in xs]
    ergebnis = f(*eingaben)
    ergebnis.backward()
    return [e.grad for e in eingaben]


def check(Value, f, xs, tolerance=1e-6):
    gemessen = measured_gradients(Value, f, xs)
    behauptet = engine_gradients(Value, f, xs)
    stellen = []
    for stelle, (g, b) in enumerate(zip(gemessen, behauptet)):
        winzig = abs(g) < 1e-8 and abs(b) < 1e-8
        if winzig or relative_error(b, g) <= tolerance:
            continue
        stellen.append(stelle)
    return stellen
