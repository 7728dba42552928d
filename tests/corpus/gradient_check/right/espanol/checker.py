"""The instrument."""

from slopes import central_slope, relative_error


def correr(Value, f, xs):
    """Calcula f una vez: (entradas, resultado)."""
    entradas = [Value(float(x)) for x in xs]
    return entradas, f(*entradas)


def measured_gradients(Value, f, xs, h=1e-5):
    medidas = [0.0] * len(xs)
    for lugar in range(len(xs)):
        for signo in (1, -1):
            copia = list(xs)
            copia[lugar] = copia[lugar] + signo * h
            medidas[lugar] += signo * correr(Value, f, copia)[1].data
        medidas[lugar] /= 2 * h
    return medidas


def engine_gradients(Value, f, xs):
    entradas, resultado = correr(Value, f, xs)
    resultado.backward()
    return [entrada.grad for entrada in entradas]


def iguales(uno, otro, tolerance):
    tamano = max(abs(uno), abs(otro))
    return tamano < 1e-8 or relative_error(uno, otro) <= tolerance


def check(Value, f, xs, tolerance=1e-6):
    uno, otro = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [lugar for lugar in range(len(uno)) if not iguales(uno[lugar], otro[lugar], tolerance)]
