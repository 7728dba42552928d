def _word(eta, x=2):
    factor = 1 - 2 * eta * x * x
    if abs(factor) < 1e-12:
        return "one step"
    if abs(factor + 1) < 1e-12:
        return "stuck"
    if factor > 0:
        return "smooth"
    return "zigzag" if factor > -1 else "explodes"


BEHAVIOUR = {eta: _word(eta) for eta in (0.05, 0.125, 0.2, 0.25, 0.1 + 0.2)}
GRADIENT_AFTER_TWO_BACKWARDS = -48.0
