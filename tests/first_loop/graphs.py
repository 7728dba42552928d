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


@dataclass(frozen=True)
class Graph:
    """Leaves with their numbers, then lines such as "c = a * b"; the last line is the result."""

    leaves: dict[str, float]
    lines: tuple[str, ...]

    def run(self, leaves):
        """The result for `leaves`, a dict from name to float or Value."""
        names = dict(leaves)
        for target, left, sign, right in map(_parts, self.lines):
            operands = (names[o] if o in names else float(o) for o in (left, right))
            names[target] = _OPERATORS[sign](*operands)
        return names[target]

    def slope(self, name, h=1e-4):
        """How fast the result grows with the leaf `name`, measured: a central difference."""
        up, down = (self.run({**self.leaves, name: self.leaves[name] + step}) for step in (h, -h))
        return (up - down) / (2 * h)

    def without_dead_lines(self):
        """The same graph without the lines and leaves that its result does not use."""
        used = {_parts(self.lines[-1])[0]}
        lines = []
        for line in reversed(self.lines):
            target, left, _, right = _parts(line)
            if target in used:
                used |= {left, right}
                lines.insert(0, line)
        leaves = {name: number for name, number in self.leaves.items() if name in used}
        return Graph(leaves, tuple(lines))

    def __str__(self):
        start = [f"{name} = {number:g}" for name, number in self.leaves.items()]
        return "; ".join([*start, *self.lines, f"{_parts(self.lines[-1])[0]}.backward()"])

    __repr__ = __str__


def _parts(line):
    target, _, left, sign, right = line.split()
    return target, left, sign, right
