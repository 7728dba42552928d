"""The picture of a graph: every node once, no box on another, lines that lead downward and around."""

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from grader.figures import Node
from grader.telling.report.drawing import BOX, drawing
from tests.fuzzing import fuzz


def node(name, *uses, right=True, found="1"):
    return Node(name, f"{name} = {' + '.join(uses) or 3}", uses, "3", found, "1", right)


UNEVEN = (node("d", "c", "b"), node("c", "b"), node("b", "a"), node("a", right=False, found="14"))


def test_going_backward_is_reading_downward():
    """A node stands below everything that uses it, the result on top."""
    tops = [box.y for box in drawing(UNEVEN).boxes]
    assert [box.node.name for box in drawing(UNEVEN).boxes] == ["d", "c", "b", "a"]
    assert tops == sorted(set(tops))


def test_first_wrong_node_is_told_and_shown():
    """The caption names it; it says what is due, as every wrong node does."""
    made = drawing((node("b", "a", "a", right=False, found="2"), node("a", right=False, found="14")))
    assert made.caption == "Going backward from the result, `b` is the first with a wrong gradient"
    assert [box.first for box in made.boxes] == [True, False]
    assert made.boxes[1].lines == ("a = 3", "data 3", "gradient 14", "due 1")
    assert "a = 3: data 3, gradient 14, due 1." in made.description


def test_right_node_says_nothing_twice():
    """Where a gradient is right, what is due needs no saying."""
    made = drawing((node("a"),))
    assert made.boxes[0].lines == ("a = 3", "data 3", "gradient 1") and not made.boxes[0].first
    assert made.caption.endswith("every gradient is right")


def test_what_was_used_twice_has_two_lines():
    """Both lines are seen: they do not start at the same place."""
    edges = drawing((node("b", "a", "a"), node("a"))).edges
    assert len(set(edges)) == 2


def test_operands_stand_in_their_order():
    """What is left in the line stands left in the picture."""
    boxes = {box.node.name: box.x for box in drawing((node("c", "a", "b"), node("b"), node("a"))).boxes}
    assert boxes["a"] < boxes["b"]


def test_an_arrow_says_what_the_gradient_is_multiplied_by():
    """Beside its start, outside of the two; in words for whoever does not see it. No number is cut."""
    product = Node("c", "c = a * b", ("a", "b"), "-6", "1", "1", True, ("-2", "1234.56"))
    made = drawing((product, node("a"), node("b")))
    left, right = made.rates
    assert (left.text, left.anchor, right.text, right.anchor) == ("×−2", "end", "×…", "start")
    assert left.x < right.x and left.y > made.boxes[0].y + BOX[1]
    assert "gradient 1; handed on times -2 to a and times 1234.56 to b." in made.description


def test_a_rate_goes_with_its_arrow():
    """What is used twice has two arrows; where one leads nowhere, its rate is left out."""
    made = drawing((Node("b", "b = gone * a", ("gone", "a"), "3", "1", "1", True, ("5", "7")), node("a")))
    assert [rate.text for rate in made.rates] == ["×7"]


def test_long_words_are_cut():
    """A box keeps its size; the table beside the picture has everything."""
    (box,) = drawing((node("a", right=False, found="an object (" + "x" * 50 + ")"),)).boxes
    assert max(map(len, box.lines)) <= 16


def test_a_line_that_leads_nowhere_is_left_out():
    """What a node is said to use has to come after it."""
    assert drawing((node("b", "b", "gone"), node("a", "b"))).edges == ()


@st.composite
def graphs(draw):
    """Nodes from the result back, each made of up to three later ones."""
    names = [f"n{k}" for k in range(draw(st.integers(1, 12)))]
    made = []
    for k, name in enumerate(names):
        later = names[k + 1 :]
        uses = draw(st.lists(st.sampled_from(later), max_size=3)) if later else []
        made.append(node(name, *uses, right=draw(st.booleans())))
    return tuple(made)


@fuzz()
@given(graphs())
def test_every_graph_fits_its_picture(nodes):
    """Each node is there once, no box touches another or the frame, and no line leaves the frame."""
    made = drawing(nodes)
    assert sorted(box.node.name for box in made.boxes) == sorted(n.name for n in nodes)
    for box in made.boxes:
        assert box.x > 0 and box.x + BOX[0] < made.width and box.y > 0 and box.y + BOX[1] < made.height
    for one, other in combinations(made.boxes, 2):
        assert abs(one.x - other.x) > BOX[0] or abs(one.y - other.y) > BOX[1]
    assert len(made.edges) == sum(len(n.uses) for n in nodes)
    for numbers in (list(map(float, re.findall(r"[\d.]+", path))) for path in made.edges):
        assert all(0 <= number <= max(made.width, made.height) for number in numbers)
