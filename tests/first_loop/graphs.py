"""Small graphs, written as a student would type them, one operation a line.

    >>> graph = Graph({"a": 2.0}, ("b = a * 3", "c = b + a"))
    >>> graph.run({"a": 2.0})
    8.0
    >>> round(graph.slope("a"), 6)
    4.0

The same lines run on plain floats and on a student's Values: the floats say which gradient is due,
with no engine involved.
"""

import operator
from dataclasses import dataclass

_OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul}
# How fast a result grows with each of its two operands.
_RATES = {"+": lambda a, b: (1, 1), "-": lambda a, b: (1, -1), "*": lambda a, b: (b, a)}


@dataclass(frozen=True)
class Graph:
    """Leaves with their numbers, then lines such as "c = a * b"; the last line is the result."""

    leaves: dict[str, float]
    lines: tuple[str, ...]

    @property
    def result(self):
        """The name of the result."""
        return _parts(self.lines[-1])[0]

    def nodes(self, leaves, before_each=lambda: None):
        """Everything by its name, leaves first, for `leaves`: a dict from name to float or Value."""
        names = dict(leaves)
        for target, left, sign, right in map(_parts, self.lines):
            before_each()
            operands = (names[o] if o in names else float(o) for o in (left, right))
            names[target] = _OPERATORS[sign](*operands)
        return names

    def run(self, leaves):
        """The result for `leaves`."""
        return self.nodes(leaves)[self.result]

    def slope(self, name, h=1e-4):
        """How fast the result grows with the leaf `name`, measured: a central difference."""
        up, down = (self.run({**self.leaves, name: self.leaves[name] + step}) for step in (h, -h))
        return (up - down) / (2 * h)

    def made(self):
        """How each node but the leaves came about, by name: its line, and the nodes in that line."""
        names = {*self.leaves, *(_parts(line)[0] for line in self.lines)}
        parts = {line: _parts(line) for line in self.lines}
        return {t: (line, tuple(o for o in (a, b) if o in names)) for line, (t, a, _, b) in parts.items()}

    def rates(self):
        """How fast each node but the leaves grows with each node that it is made of, by name."""
        data, found = self.nodes(self.leaves), {}
        for target, left, sign, right in map(_parts, self.lines):
            pair = _RATES[sign](*(data[o] if o in data else float(o) for o in (left, right)))
            found[target] = tuple(rate for o, rate in zip((left, right), pair, strict=True) if o in data)
        return found

    def gradients(self):
        """The gradient that is due at every node, by name, from the result back to the leaves."""
        data = self.nodes(self.leaves)
        due = dict.fromkeys(reversed(data), 0.0) | {self.result: 1.0}
        for target, left, sign, right in map(_parts, reversed(self.lines)):
            a, b = (data[o] if o in data else float(o) for o in (left, right))
            for operand, rate in zip((left, right), _RATES[sign](a, b), strict=True):
                if operand in due:
                    due[operand] += rate * due[target]
        return due

    def tidy(self):
        """The same graph without what its result does not use, its Values named a, b, c … in order."""
        used = {self.result}
        for target, left, _, right in map(_parts, reversed(self.lines)):
            used |= {left, right} if target in used else set()
        leaves = {name: number for name, number in self.leaves.items() if name in used}
        lines = [_parts(line) for line in self.lines if _parts(line)[0] in used]
        new = dict(zip([*leaves, *(line[0] for line in lines)], "abcdefghijklmnop", strict=False))
        return Graph(
            {new[name]: number for name, number in leaves.items()},
            tuple(f"{new[t]} = {new.get(a, a)} {sign} {new.get(b, b)}" for t, a, sign, b in lines),
        )

    def __str__(self):
        start = [f"{name} = {number:g}" for name, number in self.leaves.items()]
        return "; ".join([*start, *self.lines, f"{self.result}.backward()"])

    __repr__ = __str__


def _parts(line):
    target, _, left, sign, right = line.split()
    return target, left, sign, right
