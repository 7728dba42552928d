"""The student's own graph as text: every node with its number, the gradient found and the gradient due."""

from contextlib import suppress

from grader.checks import close
from grader.compare import described

MOST = 12  # nodes; a larger picture helps nobody


def picture(graph, nodes):
    """The graph from its result back to its leaves, as it is after going backward; empty when too large.

    `nodes` are the student's Values by name. The first one whose gradient is wrong is marked: what stands
    above it is right, so that is where to look.
    """
    if len(nodes) > MOST:
        return ""
    made = {line.split()[0]: line for line in graph.lines}
    rows, marked = [("going backward", "data", "gradient", "due", "")], False
    for name, due in graph.gradients().items():
        found = _read(nodes[name], "grad")
        first_wrong = found != close(due) and not marked
        marked |= first_wrong
        line = made.get(name, f"{name} = {described(graph.leaves.get(name))}")
        mark = "<- the first wrong one" if first_wrong else ""
        rows.append((line, described(_read(nodes[name], "data")), described(found), described(due), mark))
    return _table(rows)


def _read(node, name):
    with suppress(Exception):
        return getattr(node, name)
    return None


def _table(rows):
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for line, *numbers, mark in rows:
        cells = [
            line.ljust(widths[0]),
            *(n.rjust(w) for n, w in zip(numbers, widths[1:4], strict=True)),
            mark,
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
