"""Exercise `backward`: graphs of the given + − · only, so that a mistake in `square` costs nothing here."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings

from grader.checks import close
from tests.first_loop.graphs import Graph
from tests.first_loop.picture import picture
from tests.first_loop.strategies import graphs, numbers


@pytest.fixture
def assert_gradients(Value, draw):
    """Run a graph on Values, go backward, and compare the gradient of each leaf that `due` names."""

    def check(graph, due, **tolerance):
        nodes = graph.nodes({name: Value(number) for name, number in graph.leaves.items()})
        nodes[graph.result].backward()
        for name, expected in due.items():
            if nodes[name].grad != close(expected, **tolerance):
                draw(picture(graph, nodes))
            assert nodes[name].grad == close(expected, **tolerance), f"{name}.grad after {graph}"

    return check


@settings(max_examples=5)
@given(x=numbers)
@example(x=3.0)
def test_a_value_grows_as_fast_as_itself(Value, x):
    """The gradient of a result with respect to itself is 1."""
    result = Value(x)
    result.backward()
    assert result.grad == close(1.0), f"result.grad after result = Value({x:g}); result.backward()"


@settings(max_examples=10)
@given(a=numbers, b=numbers)
@example(a=3.0, b=5.0)
def test_product_gives_each_factor_the_other(assert_gradients, a, b):
    """In a·b the gradient of each factor is the other factor."""
    assert_gradients(Graph({"a": a, "b": b}, ("c = a * b",)), {"a": b, "b": a})


def test_sum_and_difference(assert_gradients):
    """In a + b − c the gradients are 1, 1 and −1."""
    graph = Graph({"a": 3.0, "b": 5.0, "c": 7.0}, ("d = a + b", "e = d - c"))
    assert_gradients(graph, {"a": 1.0, "b": 1.0, "c": -1.0})


@pytest.mark.weight(2)
def test_chain_multiplies_its_factors(assert_gradients):
    """Along a chain the gradient is the product of all steps."""
    graph = Graph({"a": 1.5}, ("b = a * 2", "c = b + 1", "d = c * -3", "e = d * 0.5"))
    assert_gradients(graph, {"a": -3.0, "b": -1.5, "c": -1.5, "d": 0.5})


@pytest.mark.weight(2)
def test_leaf_used_many_times_collects_every_gradient(assert_gradients):
    """A Value that is used in several places collects a gradient from each of them."""
    assert_gradients(Graph({"a": 3.0}, ("b = a + a",)), {"a": 2.0})
    assert_gradients(Graph({"a": 3.0}, ("b = a * a", "c = b * a", "d = c + a")), {"a": 28.0})
    graph = Graph({"a": 3.0, "b": 5.0}, ("c = a * b", "d = a - c", "e = d * a"))
    assert_gradients(graph, {"a": -24.0, "b": -9.0})


@pytest.mark.weight(2)
def test_shared_node_passes_its_gradient_on_once(assert_gradients):
    """A node that is used twice passes its gradient on once, after both uses have added their part."""
    assert_gradients(Graph({"a": 3.0}, ("b = a * 2", "c = b + b")), {"a": 4.0})
    graph = Graph({"a": 3.0}, ("b = a * 2", "c = b * 5", "d = b * 7", "e = c + d"))
    assert_gradients(graph, {"a": 24.0})
    graph = Graph({"a": 3.0, "b": 5.0}, ("c = a * b", "d = c * c", "e = d + c"))
    assert_gradients(graph, {"a": 155.0, "b": 93.0})


@pytest.mark.weight(2)
def test_node_waits_for_its_longest_way(assert_gradients):
    """A node passes its gradient on only when every way to it is complete, the long ones too."""
    for join in ("c + b", "b + c"):
        graph = Graph({"a": 3.0}, ("b = a * 2", "c = b * 5", f"d = {join}"))
        assert_gradients(graph, {"a": 12.0})
    for join in ("f * c", "c * f"):
        lines = ("c = a * b", "d = c + 1", "e = d * 2", "f = e + a", f"g = {join}")
        graph = Graph({"a": 3.0, "b": 2.0}, lines)
        assert_gradients(graph, {"a": 64.0, "b": 87.0})


@pytest.mark.weight(2)
def test_stacked_diamonds(assert_gradients):
    """Diamonds on top of each other: every node once, whatever the order its parts were written in."""
    even = [f"{new} = {old} + {old}" for old, new in pairwise("abcdefg")]
    assert_gradients(Graph({"a": 1.5}, tuple(even)), {"a": 64.0})
    for join in ("{long} + {old}", "{old} + {long}"):
        uneven = []
        for old, long, new in zip("aceg", "bdfh", "cegi", strict=True):
            uneven += [f"{long} = {old} * 2", f"{new} = {join.format(old=old, long=long)}"]
        assert_gradients(Graph({"a": 1.5}, tuple(uneven)), {"a": 81.0})


def test_equal_numbers_are_different_nodes(assert_gradients):
    """Two nodes that hold the same number are still two nodes."""
    graph = Graph({"a": 3.0, "b": 3.0}, ("c = a * 2", "d = b * 2", "e = c * d"))
    assert_gradients(graph, {"a": 12.0, "b": 12.0})


def test_constants_only_scale_or_shift(assert_gradients):
    """A plain number in the graph scales or shifts; it takes no gradient away."""
    assert_gradients(Graph({"a": 3.0}, ("b = 4 * a", "c = 10 - b", "d = 1 + c")), {"a": -4.0})


@pytest.mark.weight(2)
def test_second_graph_adds_to_a_leaf(Value):
    """After two graphs a leaf holds the sum of both gradients: backward adds, it does not start anew."""
    a, b, c = Value(3.0), Value(5.0), Value(7.0)
    ((a * b) * 2.0).backward()
    ((a * c) * 2.0).backward()
    both = "for a = 3, b = 5, c = 7, after (a * b * 2).backward() and then (a * c * 2).backward()"
    assert a.grad == close(24.0), f"a.grad {both}"
    assert b.grad == close(6.0), f"b.grad {both}"
    assert c.grad == close(6.0), f"c.grad {both}"


def test_chain_of_three_hundred(Value):
    """A long chain is nothing special: the gradient reaches its beginning."""
    start = Value(2.0)
    out = start
    for _ in range(300):
        out = out + start
    out.backward()
    assert start.grad == close(301.0), "a.grad after adding a to itself 300 times"


@pytest.mark.weight(2)
@settings(max_examples=20)
@given(graph=graphs)
def test_gradients_are_measured_slopes(assert_gradients, graph):
    """Each gradient is how fast the result grows: move a leaf a little, and measure."""
    slopes = {name: graph.slope(name) for name in graph.leaves}
    assert_gradients(graph, slopes, rel=1e-5, abs=1e-4)
