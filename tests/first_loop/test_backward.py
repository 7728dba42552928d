"""Exercise `backward`: graphs of the given + − · only, so that a mistake in `square` costs nothing here.

Where a wrong walk comes out right in some orders of the children, another graph before it is one that this
walk gets wrong in any order: so a check fails each time or never, whatever an engine keeps its children in.
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import example, given, settings

from grader.checks import close
from tests.first_loop.graphs import Graph
from tests.first_loop.steady import Case, Trials
from tests.first_loop.strategies import graph_of, numbers

# Every walk that passes on too early gets one of the first two wrong, whichever child comes first.
EVEN = Graph({"a": 3.0}, ("b = a * 2", "c = b + 5", "d = b + 7", "e = c + d"))
UNEVEN = Graph({"a": 3.0}, ("b = a * 2", "c = b * 5", "d = c + 4", "e = d + b"))
BRANCHES = Graph({"a": 3.0, "b": 5.0, "c": 7.0, "d": 13.0}, ("e = a + b", "f = c - d", "g = e - f"))
EQUAL = Graph({"a": 3.0, "b": 3.0}, ("c = a * 2", "d = b * 2", "e = c * d"))


@pytest.fixture(scope="module")
def known():
    """What checks find out about one engine, for those that come after them."""
    return {}


@pytest.fixture
def assert_gradients(Value, submission, draw, known):
    """Run cases on Values, and compare the gradients that are due with those that are found."""
    return partial(assert_gradients_on, Trials(Value, submission.new_example, known), draw)


def assert_gradients_on(trials, draw, *cases):
    """Fail with the first case that can fail; `draw` shows its graph."""
    failure = trials.failure(cases)
    if failure is not None:
        case, name, nodes = failure.case, failure.name, failure.nodes
        draw(case.picture(nodes))
        assert nodes[name].grad == case.expected(name), f"{name}.grad after {case}"


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
    assert_gradients(Case(Graph({"a": a, "b": b}, ("c = a * b",)), {"a": b, "b": a}))


def test_sum_and_difference(assert_gradients):
    """In (a + b) − (c − d) the gradients are 1, 1, −1 and 1."""
    assert_gradients(Case(BRANCHES, {"a": 1.0, "b": 1.0, "c": -1.0, "d": 1.0}))


@pytest.mark.weight(2)
def test_chain_multiplies_its_factors(assert_gradients):
    """Along a chain the gradient is the product of all steps."""
    chain = Graph({"a": 1.5}, ("b = a * 2", "c = b + 1", "d = c * -3", "e = d * 0.5"))
    two = Graph({"a": 1.5, "b": 2.5}, ("c = a * 2", "d = c + 1", "e = b * -3", "f = e * 0.5", "g = d + f"))
    assert_gradients(
        Case(chain, {"a": -3.0, "b": -1.5, "c": -1.5, "d": 0.5}), Case(two, {"a": 2.0, "b": -1.5})
    )


@pytest.mark.weight(2)
def test_leaf_used_many_times_collects_every_gradient(assert_gradients):
    """A Value that is used in several places collects a gradient from each of them."""
    assert_gradients(
        Case(Graph({"a": 3.0}, ("b = a + a",)), {"a": 2.0}),
        Case(Graph({"a": 3.0}, ("b = a * 2", "c = a * 5", "d = b + c")), {"a": 7.0}),
        Case(Graph({"a": 3.0}, ("b = a * a", "c = b * a", "d = c + a")), {"a": 28.0}),
        Case(Graph({"a": 3.0, "b": 5.0}, ("c = a * b", "d = a - c", "e = d * a")), {"a": -24.0, "b": -9.0}),
    )


@pytest.mark.weight(2)
def test_shared_node_passes_its_gradient_on_once(assert_gradients):
    """A node that is used twice passes its gradient on once, after both uses have added their part."""
    assert_gradients(
        Case(Graph({"a": 3.0}, ("b = a * 2", "c = b + b")), {"a": 4.0}),
        Case(EVEN, {"a": 4.0}),
        Case(Graph({"a": 3.0}, ("b = a * 2", "c = b * 5", "d = b * 7", "e = c + d")), {"a": 24.0}),
    )


@pytest.mark.weight(2)
def test_node_waits_for_its_longest_way(assert_gradients):
    """A node passes its gradient on only when every way to it is complete, the long ones too."""
    both_long = ("b = a * 2", "c = b + 5", "d = c * 3", "e = b + 7", "f = e * 3", "g = d + f")
    cases = [Case(Graph({"a": 3.0}, both_long), {"a": 12.0})]
    turned = replace(UNEVEN, lines=(*UNEVEN.lines[:-1], "e = b + d"))
    cases += [Case(UNEVEN, {"a": 12.0}), Case(turned, {"a": 12.0})]
    for join in ("c + b", "b + c"):
        cases.append(Case(Graph({"a": 3.0}, ("b = a * 2", "c = b * 5", f"d = {join}")), {"a": 12.0}))
    for join in ("f * c", "c * f"):
        lines = ("c = a * b", "d = c + 1", "e = d * 2", "f = e + a", f"g = {join}")
        cases.append(Case(Graph({"a": 3.0, "b": 2.0}, lines), {"a": 64.0, "b": 87.0}))
    assert_gradients(*cases)


@pytest.mark.weight(2)
def test_stacked_diamonds(assert_gradients):
    """Diamonds on top of each other: every node once, whatever the order its parts were written in."""
    twins = tuple(f"{new} = {old} + {old}" for old, new in pairwise("abcdefg"))
    cases = [Case(Graph({"a": 1.5}, twins), {"a": 64.0})]
    even = []
    for old, left, right, new in zip("adg", "beh", "cfi", "dgj", strict=True):
        even += [f"{left} = {old} + 5", f"{right} = {old} + 7", f"{new} = {left} + {right}"]
    cases.append(Case(Graph({"a": 1.5}, tuple(even)), {"a": 8.0}))
    for join in ("{long} + {old}", "{old} + {long}"):
        uneven = []
        for old, half, long, new in zip("adg", "beh", "cfi", "dgj", strict=True):
            uneven += [
                f"{half} = {old} * 2",
                f"{long} = {half} - 6",
                f"{new} = {join.format(old=old, long=long)}",
            ]
        cases.append(Case(Graph({"a": 1.5}, tuple(uneven)), {"a": 27.0}))
    assert_gradients(*cases)


def test_equal_numbers_are_different_nodes(assert_gradients):
    """Two nodes that hold the same number are still two nodes."""
    assert_gradients(Case(EQUAL, {"a": 12.0, "b": 12.0}))


def test_constants_only_scale_or_shift(assert_gradients):
    """A plain number in the graph scales or shifts; it takes no gradient away."""
    assert_gradients(
        Case(Graph({"a": 3.0}, ("b = 4 * a", "c = 10 - b", "d = 1 + c")), {"a": -4.0}),
        Case(
            Graph({"a": 3.0, "b": 0.5}, ("c = 4 * a", "d = 10 - c", "e = 6 + b", "f = d + e")),
            {"a": -4.0, "b": 1.0},
        ),
    )


def test_second_graph_adds_to_a_leaf(assert_gradients):
    """After two graphs a leaf holds the sum of both gradients: backward adds, it does not start anew."""
    first = Graph({"a": 3.0, "b": 5.0, "c": 7.0, "d": 11.0}, ("e = a * b", "f = c * d", "g = e + f"))
    second = Graph({}, ("h = a * c", "i = b * d", "j = h - i"))
    assert_gradients(Case(first, {"a": 12.0, "b": -8.0, "c": 14.0, "d": 2.0}, second))


def test_second_backward_walks_all_of_its_graph(assert_gradients):
    """Each backward goes all the way, also through Values that an earlier one has been to."""
    first = Graph({"a": 3.0, "b": 5.0, "c": 7.0, "d": 13.0}, ("e = a * b", "f = c * d", "g = e + f"))
    due = {"a": 460.0, "b": 276.0, "c": 208.0, "d": 112.0}
    assert_gradients(Case(first, due, Graph({}, ("h = e * f",)), cleared=("e", "f")))


def test_chain_of_three_hundred(Value):
    """A long chain is nothing special: the gradient reaches its beginning."""
    start, b, c = Value(2.0), Value(3.0), Value(5.0)
    out = start
    for _ in range(299):
        out = out + start
    (out + b * c).backward()
    # No numbers, because they need not be the same each time, and this is too long to be done many times.
    arrived = [start.grad, b.grad, c.grad] == close([300.0, 5.0, 3.0])
    said = "after (a + a + … + b * c).backward(), with 300 times a, b = 3 and c = 5"
    assert arrived, f"{said}, a.grad should be 300, b.grad 5 and c.grad 3"


@pytest.mark.weight(2)
def test_gradients_are_measured_slopes(assert_gradients):
    """Each gradient is how fast the result grows: move a leaf a little, and measure."""
    tolerance = {"rel": 1e-5, "abs": 1e-4}
    graphs = [EVEN, UNEVEN, BRANCHES, EQUAL, *map(graph_of, range(20))]
    cases = [Case(g, {name: g.slope(name) for name in g.leaves}, tolerance=tolerance) for g in graphs]
    assert_gradients(*cases)
