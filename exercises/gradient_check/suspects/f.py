"""Suspect f. As handed out: leave it as it is."""


class Value:
    def __init__(self, data, op="", inputs=()):
        self.data = data
        self.op = op
        self.inputs = inputs
        self.grad = 0.0

    def __add__(self, other):
        return apply("add", self, other)

    def __radd__(self, other):
        return apply("add", other, self)

    def __sub__(self, other):
        return apply("subtract", self, other)

    def __rsub__(self, other):
        return apply("subtract", other, self)

    def __mul__(self, other):
        return apply("multiply", self, other)

    def __rmul__(self, other):
        return apply("multiply", other, self)

    def square(self):
        return apply("square", self)

    def backward(self):
        self.grad = 1.0
        for node in reversed(sorted_inputs(self)):
            if node.op:
                rates = RATES[node.op](*(value.data for value in node.inputs))
                for value, rate in zip(node.inputs, rates, strict=True):
                    value.grad += rate * node.grad


RESULTS = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "square": lambda a: a * a,
}
RATES = {
    "add": lambda a, b: (1, 1),
    "subtract": lambda a, b: (1, -1),
    "multiply": lambda a, b: (a, b),
    "square": lambda a: (2 * a,),
}


def apply(op, *inputs):
    inputs = tuple(value if isinstance(value, Value) else Value(value) for value in inputs)
    return Value(RESULTS[op](*(value.data for value in inputs)), op, inputs)


def sorted_inputs(value, found=None):
    """`value` and all Values behind it, each one after its own inputs."""
    found = {} if found is None else found
    if value not in found:
        for each in value.inputs:
            sorted_inputs(each, found)
        found[value] = True
    return list(found)
