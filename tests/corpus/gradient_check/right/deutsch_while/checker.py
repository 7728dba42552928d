"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    steigungen = []
    k = 0
    while k < len(xs):
        kopie = list(xs)  # xs selbst bleibt, wie es ist
        kopie[k] = xs[k] + h
        oben = f(*[Value(x) for x in kopie]).data
        kopie[k] = xs[k] - h
        unten = f(*[Value(x) for x in kopie]).data
        steigungen.append((oben - unten) / (2 * h))
        k += 1
    return steigungen


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
