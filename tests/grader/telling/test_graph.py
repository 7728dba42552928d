"""A graph under a failed check: what is due, what was found, where to look; as nodes and as text."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from grader.model import CheckResult
from grader.telling import graph
from tests.first_loop.graphs import Graph
from tests.first_loop.picture import picture

DIAMOND = Graph({"a": 3.0, "b": 2.0}, ("c = a * b", "d = c * 5", "e = d - c", "f = 4 - e", "g = f + a"))


def nodes(graph, **wrong):
    """The nodes of a graph after a right backward pass, but for the gradients in `wrong`."""
    data, due = graph.nodes(graph.leaves), graph.gradients()
    return {name: SimpleNamespace(data=data[name], grad=wrong.get(name, due[name])) for name in data}


@pytest.mark.parametrize("leaf", ["a", "b"])
def test_gradients_due_are_measured_slopes(leaf):
    """What a picture calls due is how fast the result grows."""
    assert DIAMOND.gradients()[leaf] == pytest.approx(DIAMOND.slope(leaf), rel=1e-6)


def test_nodes_know_what_they_are_made_of():
    """From the result back to the leaves; plain numbers are no nodes, and twice the same counts twice."""
    small = Graph({"a": 3.0}, ("b = a * 2", "c = b + b"))
    assert [(n.made, n.uses) for n in picture(small, nodes(small))] == [
        ("c = b + b", ("b", "b")),
        ("b = a * 2", ("a",)),
        ("a = 3", ()),
    ]


def test_first_wrong_node_is_marked():
    """Of all wrong gradients, the one nearest to the result is where to look."""
    found = picture(DIAMOND, nodes(DIAMOND, c=-5.0, a=0.0))
    assert [n.name for n in found if not n.right] == ["c", "a"]
    assert graph.first_wrong(found).name == "c"
    lines = graph.table(found).splitlines()
    assert [line.split(" = ")[0] for line in lines[1:]] == ["g", "f", "e", "d", "c", "b", "a"]
    assert [line for line in lines if "first wrong" in line] == [lines[5]]
    assert " ".join(lines[5].split()) == "c = a * b 6 -5 -4 <- the first wrong one"


def test_right_graph_has_no_mark():
    """Nothing is marked where every gradient is right."""
    found = picture(DIAMOND, nodes(DIAMOND))
    assert graph.first_wrong(found) is None and "wrong" not in graph.table(found)


def test_odd_nodes_do_not_break_the_picture():
    """A gradient that is no number, or none at all, is shown as what it is, and is wrong."""
    found = {n.name: n for n in picture(DIAMOND, nodes(DIAMOND, c=None, d=True) | {"b": object()})}
    assert [found[name].found for name in "bcd"] == ["None", "None", "True"]
    assert not any(found[name].right for name in "bcd")


def test_large_graph_has_no_picture():
    """More nodes than fit on a screen are not drawn."""
    large = Graph(
        {"a": 1.0},
        tuple(f"{new} = {old} + a" for old, new in zip("abcdefghijkl", "bcdefghijklm", strict=True)),
    )
    assert picture(large, nodes(large)) == ()


def test_example_runs_with_its_graph_under_it():
    """The graph stands in comments, so that all of it can be pasted."""
    check = CheckResult("test_it", "It is so.", "failed", 0.0, 1.0, example="x = 1 + 1", graph=())
    assert graph.example(check) == "x = 1 + 1"
    names: dict[str, int] = {}
    shown = graph.example(replace(check, graph=picture(DIAMOND, nodes(DIAMOND))))
    exec(shown, names)
    assert names["x"] == 2 and "# c = a * b" in shown


def test_nodes_know_how_fast_they_grow():
    """With each of what they are made of, in its order; the other operand may be a plain number."""
    found = {n.name: n.rates for n in picture(DIAMOND, nodes(DIAMOND))}
    assert (found["c"], found["d"], found["e"]) == (("2", "3"), ("5",), ("1", "-1"))
    assert (found["f"], found["a"]) == (("-1",), ())
