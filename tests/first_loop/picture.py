"""The student's own graph, as a report draws it: each node's number, the gradient found, the gradient due."""

from contextlib import suppress

from grader.checks import described, node

MOST = 12  # nodes; a larger picture helps nobody


def picture(graph, nodes):
    """The nodes from the result back to the leaves, as they are after going backward; () if too many.

    `nodes` are the student's Values by name. All gradients before the first wrong one are right, so a student
    looks for the mistake at the first wrong one.
    """
    if len(nodes) > MOST:
        return ()
    made, rates = graph.made(), graph.rates()
    return tuple(
        _node(name, made, nodes[name], due, rates.get(name, ())) for name, due in graph.gradients().items()
    )


def _node(name, made, value, due, rates):
    line, uses = made.get(name, (f"{name} = {described(_read(value, 'data'))}", ()))
    return node(name, line, uses, _read(value, "data"), _read(value, "grad"), due, rates)


def _read(value, name):
    with suppress(Exception):
        return getattr(value, name)
    return None
