"""A graph after going backward: what a check found at each of its nodes, and the same as text."""

from collections.abc import Callable, Iterable, Sequence
from textwrap import indent
from typing import Any

from grader.checking.compare import close, described
from grader.figures import Node
from grader.model import CheckResult


def node(
    name: str,
    made: str,
    uses: Iterable[str],
    data: Any,
    found: Any,
    due: float,
    rates: Iterable[float] = (),
) -> Node:
    """What was found at the node `name`: its data, its gradient (`found`), and the gradient that is `due`.

    `made` says how the node came about ("c = a * b"), `uses` which nodes it was made of, as often as they
    were used, `rates` how fast it grows with each of these. `data` and `found` are a student's, so they may
    be anything.
    """
    return Node(
        name,
        made,
        tuple(uses),
        described(data),
        described(found),
        described(due),
        found == close(due),
        tuple(map(described, rates)),
    )


def first_wrong(nodes: Iterable[Node]) -> Node | None:
    """Where to look: the first node, from the result back, whose gradient is wrong."""
    return next((node for node in nodes if not node.right), None)


def example(check: CheckResult) -> str:
    """The example of a check with its graph in comments under it, to paste and run as it is."""
    if not check.example or not check.graph:
        return check.example
    return f"{check.example}\n\n{indent(table(check.graph), '# ')}"


def table(nodes: Sequence[Node]) -> str:
    """The nodes from the result back, in aligned columns; the first wrong one is marked."""
    wrong = first_wrong(nodes)
    rows = [("going backward", "data", "gradient", "due", "")]
    for node in nodes:
        mark = "<- the first wrong one" if node is wrong else ""
        rows.append((node.made, node.data, node.found, node.due, mark))
    made, *numbers, marks = zip(*rows, strict=True)
    columns = [_aligned(made, str.ljust), *(_aligned(column, str.rjust) for column in numbers), marks]
    return "\n".join("  ".join(row).rstrip() for row in zip(*columns, strict=True))


def _aligned(column: Sequence[str], pad: Callable[[str, int], str]) -> list[str]:
    width = max(map(len, column))
    return [pad(cell, width) for cell in column]
