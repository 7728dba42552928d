"""The picture of a graph under a failed check of `backward`: what is due, what was found, where to look."""

from types import SimpleNamespace

import pytest

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


def test_first_wrong_node_is_marked():
    """Of all wrong gradients, the one nearest to the result is where to look."""
    lines = picture(DIAMOND, nodes(DIAMOND, c=-5.0, a=0.0)).splitlines()
    assert [line.split(" = ")[0] for line in lines[1:]] == ["g", "f", "e", "d", "c", "b", "a"]
    assert [line for line in lines if "first wrong" in line] == [lines[5]]
    assert " ".join(lines[5].split()) == "c = a * b 6 -5 -4 <- the first wrong one"


def test_right_graph_has_no_mark():
    """Nothing is marked where every gradient is right."""
    assert "wrong" not in picture(DIAMOND, nodes(DIAMOND))


def test_odd_nodes_do_not_break_the_picture():
    """A gradient that is no number, or none at all, is shown as what it is."""
    odd = nodes(DIAMOND, c=None) | {"b": object()}
    assert "None" in picture(DIAMOND, odd)


def test_large_graph_has_no_picture():
    """More nodes than fit on a screen are not drawn."""
    large = Graph(
        {"a": 1.0},
        tuple(f"{new} = {old} + a" for old, new in zip("abcdefghijkl", "bcdefghijklm", strict=True)),
    )
    assert picture(large, nodes(large)) == ""
