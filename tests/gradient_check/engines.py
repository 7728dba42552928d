"""Engines as source text, right ones and wrong ones, to be put beside student code and under its `check`.

Student code can read what it is handed. So there is one text, without a comment, and a slip is only another
expression in one place of it: what is wrong has to be measured. Which place that is differs from case to
case. Each place is a part of its own, after a form feed, because parts that were met before are compiled
already, and compiling is most of what an engine costs.
"""

from functools import cache

# What each operation hands on to a, and to b: the number in a is x, the one in b is y.
RIGHT = {
    "add": "1.0, 1.0",
    "subtract": "1.0, -1.0",
    "multiply": "y, x",
    "divide": "1.0 / y, -x / (y * y)",
    "power": "n * x ** (n - 1)",
    "square": "2.0 * x",
    "squared": "x * x",  # what `square` computes
    "gather": "+=",
    "enters": "node not in seen",
    "seed": "1.0",
}

CUBES = {"squared": "x * x * x", "square": "3.0 * x * x"}  # right about another function

_TEXT = """\
class Value:
    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0.0
        self._prev = tuple(children)
        self._op = op
        self._backward = lambda: None

    def __add__(self, other):
        a, b, x, y = pair(self, other)
        return made(x + y, "+", (a, b), add(x, y))

    def __sub__(self, other):
        a, b, x, y = pair(self, other)
        return made(x - y, "-", (a, b), subtract(x, y))

    def __mul__(self, other):
        a, b, x, y = pair(self, other)
        return made(x * y, "*", (a, b), multiply(x, y))

    def __truediv__(self, other):
        a, b, x, y = pair(self, other)
        return made(x / y, "/", (a, b), divide(x, y))

    def __pow__(self, n):
        x = self.data
        return made(x ** n, "**", (self,), (power(x, n),))

    def square(self):
        x = self.data
        return made(squared(x), "square", (self,), (square(x),))

    def __neg__(self):
        return made(-self.data, "-", (self,), (-1.0,))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, seen = [], set()

        def enter(node):
            if enters(node, seen):
                seen.add(node)
                for child in node._prev:
                    enter(child)
                order.append(node)

        enter(self)
        self.grad = seed()
        for node in reversed(order):
            node._backward()


def pair(a, b):
    b = b if isinstance(b, Value) else Value(b)
    return a, b, a.data, b.data


def made(data, op, inputs, rates):
    out = Value(data, inputs, op)

    def _backward():
        for value, rate in zip(inputs, rates):
            gather(value, rate * out.grad)

    out._backward = _backward
    return out
\f
def add(x, y):
    return {add}
\f
def subtract(x, y):
    return {subtract}
\f
def multiply(x, y):
    return {multiply}
\f
def divide(x, y):
    return {divide}
\f
def power(x, n):
    return {power}
\f
def square(x):
    return {square}
\f
def squared(x):
    return {squared}
\f
def gather(value, change):
    value.grad {gather} change
\f
def enters(node, seen):
    return {enters}
\f
def seed():
    return {seed}
"""


def source(**slips):
    """The text of an engine in which these places hold other expressions than the right ones."""
    assert slips.keys() <= RIGHT.keys()
    return _TEXT.format(**{**RIGHT, **slips})


@cache
def built(text, name="Value"):
    """What a text of ours, an engine or a suspect, calls `name`, for the suite itself to use."""
    defined = {"__name__": "given"}
    exec(text, defined)
    return defined[name]


@cache
def function(text):
    """A function of ours, for the suite itself to use."""
    return built(f"f = {text}", "f")


def result(text, xs, **slips):
    """The number that an engine computes for the function `text` at `xs`."""
    value = built(source(**slips))
    return function(text)(*map(value, xs)).data


def gradients(text, xs, **slips):
    """What an engine with these slips says the gradients of the function `text` are at `xs`."""
    return gradients_of(built(source(**slips)), text, xs)


def gradients_of(value, text, xs):
    """The same for any engine, given by its class."""
    inputs = [value(x) for x in xs]
    function(text)(*inputs).backward()
    return [each.grad for each in inputs]


def measured(text, xs, h):
    """Central slopes with a nudge of h, in plain numbers."""
    found = []
    for k, x in enumerate(xs):
        above, below = ([*xs[:k], moved, *xs[k + 1 :]] for moved in (x + h, x - h))
        found.append((result(text, above) - result(text, below)) / (2 * h))
    return found


def relative_error(found, due):
    """|found − due| as a share of the larger one in size; 0 when both are 0."""
    return 0.0 if found == due else abs(found - due) / max(abs(found), abs(due))


def true_gradients(text, xs, **slips):
    """The gradients of what an engine with these slips computes, whatever it says of them itself."""
    return gradients(text, xs, **(CUBES if "squared" in slips else {}))


def disagreements(text, xs, tolerance=1e-6, **slips):
    """The positions in `xs` at which an engine with these slips is wrong about what it computes itself."""
    pairs = zip(gradients(text, xs, **slips), true_gradients(text, xs, **slips), strict=True)
    return [k for k, pair in enumerate(pairs) if not agree(*pair, tolerance)]


def agree(found, due, tolerance):
    """Whether two slopes are equal, as the lesson says it."""
    return max(abs(found), abs(due)) < 1e-8 or relative_error(found, due) <= tolerance
