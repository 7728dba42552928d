"""What can be seen of `Value.abs`: numbers, what they send back, and what they were made from."""

from grader.checks import is_number
from tests.absolute_loss.misconceptions.seen import is_plain, show

NUMBERS = (3.0, -5.0, 2, -4, 0.375, -1.2345)
PAIRS = ((3.0, 1.0), (3.0, 5.0), (-2.5, 1.0), (-2.5, 4.0), (-0.75, -0.5), (0.5, -4.0), (5, 3), (-7, 2))
# x, gradients, already there; twice the same, because which of them arrives last is each engine's own
ARRIVING = ((3.0, (5.0,), 7.0), (-2.5, (3.0,), 0.5), (-1.5, (2.0, 2.0), 0.25))
AT_ONCE = ((3.0, 0.0), (-2.5, 0.25))  # x, what its grad holds before


def probe(modules):
    """Sizes of several numbers, and what they send back when a gradient arrives."""
    Value = modules("engine").Value
    forward = tuple(show(_forward, Value, x) for x in NUMBERS)
    if show(_puts_at_once, Value) is True:
        return *forward, *(show(_at_once, Value, x, already) for x, already in AT_ONCE)
    return (
        *forward,
        *(show(_arrive, Value, x, (gradient,), 0.0) for x, gradient in PAIRS),
        *(show(_arrive, Value, *case) for case in ARRIVING),
        show(_two_sizes, Value),
        show(_through, Value),
        _at_zero(Value),
        # A plain number was made from nothing.
        *(() if type(forward[0]) in (int, float) else (show(_made_from, Value, x) for x in (2.0, -2.0))),
    )


def _forward(Value, x):
    value = Value(x)
    out = value.abs()
    return out if is_plain(out) else (out.data, value.data)


def _puts_at_once(Value):
    """Whether x.grad changes while the size is taken, as long as no gradient can have arrived."""
    return any(_at_once(Value, x, already) != already for x, already in AT_ONCE)


def _at_once(Value, x, already):
    value = Value(x)
    value.grad = already
    value.abs()
    return value.grad


def _arrive(Value, x, gradients, already):
    """What is left in x, once each of its sizes got its gradient."""
    value = Value(x)
    value.grad = already
    sizes = [value.abs() for _ in gradients]
    total = Value(0.0)
    for out, gradient in zip(sizes, gradients, strict=True):
        total = total + out * gradient
    total.backward()
    return value.grad, value.data, [out.grad for out in sizes]


def _two_sizes(Value):
    """What arrives at 3 when the size of −5 is taken after that of 3."""
    first, second = Value(3.0), Value(-5.0)
    (first.abs() + second.abs() * 2.0).backward()
    return first.grad, second.grad


def _through(Value):
    """What arrives where x itself was made from something."""
    start = Value(1.5)
    ((start * -2.0).abs() * 5.0).backward()
    return start.grad


def _at_zero(Value):
    """The size of 0, and whether what it sends back is one of the many slopes that are right there."""
    found = show(_arrive, Value, 0.0, (1.0,), 0.0)
    number = show(_forward, Value, 0.0)
    if type(found) is not tuple or found[0] == "raised":
        return "fails"
    slope = found[0]
    return number, "a slope" if type(slope) in (int, float) and -1 <= slope <= 1 else slope


def _made_from(Value, x):
    """What the size was made from: the very Value, or that Value itself, or another, or a plain number."""
    value = Value(x)
    out = value.abs()
    if _is_the_same(value, out):
        return "x itself"
    if not hasattr(out, "_prev"):
        (out * 3.0).backward()
        return ("the Value",) if value.grad != 0 else ()
    value.grad = 42.0
    return tuple(sorted({_child(child) for child in out._prev}))


def _is_the_same(value, out):
    """Whether a gradient that is put into `out` stands in `value`."""
    before = value.grad
    out.grad = 0.625
    same = value.grad == 0.625
    out.grad = before
    return same


def _child(child):
    if is_number(child):
        return "a number"
    return "the Value" if child.grad == 42.0 else "another Value"
