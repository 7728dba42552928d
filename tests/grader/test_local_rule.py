"""The square's gradient is asked for in one way, once: a way that the engine has, whatever it answers."""

import pytest

from grader.checks import close
from tests.first_loop.misconceptions import install
from tests.lessons.local_rule import Operation


def squares(square, kept=tuple):
    """Squares of a working engine with this `square`."""
    return Operation(install.method("square", square, kept)("engine").Value, "square", lambda: None)


def one_node(self):
    out = Value(self.data**2, (self,), "square")  # noqa: F821

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def by_turns(self, asked=[]):  # noqa: B006
    """Another of three rules each time: one of them is right."""
    out = Value(self.data**2, (self,), "square")  # noqa: F821

    def _backward():
        asked.append(self)
        slope = (2 * self.data, self.data, 2)[len(asked) % 3]
        self.grad += slope * out.grad

    out._backward = _backward
    return out


def every_second_time(self, asked=[]):  # noqa: B006
    """Hands something on every second time only, so that the way could change with it."""
    out = Value(self.data**2, (self,), "square")  # noqa: F821

    def _backward():
        asked.append(self)
        self.grad += len(asked) % 2 * 2 * self.data * out.grad

    out._backward = _backward
    return out


def two_nodes(self):
    return self * (self + 0)


@pytest.mark.parametrize("square", [by_turns, every_second_time])
def test_guesser_that_answers_by_turns_gets_nothing(square):
    """An answer counts the first time that it is given; no six examples in a row come out right."""
    guesser = squares(square)
    found = [guesser.gradient(x, arriving=[1.0]) == close(2 * x) for x in (3.0, -2.5, 5.0, 0.5, 7.0, -1.5)]
    assert sum(found) <= 3 and not all(found[:2])


@pytest.mark.parametrize("kept", [tuple, list, set])
@pytest.mark.parametrize(("square", "local"), [(one_node, True), (two_nodes, False)])
def test_way_is_decided_by_what_the_square_is_made_of(square, local, kept):
    """A square of one node is asked itself; one of several nodes goes through `backward`. Both are right."""
    right = squares(square, kept)
    assert right.has_local_rule is local
    assert right.gradient(3.0, arriving=[5.0, 2.0], already=7.0) == close(49.0)


def test_square_is_asked_itself_where_backward_does_not_work():
    """A mistake in `backward` costs the square nothing, and still to do is no help either."""
    for backward in (lambda self: None, lambda self: 1 / 0):
        right = squares(one_node)
        right.Value.backward = backward
        assert right.gradient(3.0, arriving=[1.0]) == close(6.0)


def test_leaf_has_its_turn_as_well():
    """A rule in a place that all Values share is found again at the leaf, and pays twice."""

    def on_the_class(self):
        out = Value(self.data**2, (self,), "square")  # noqa: F821

        def _backward(_):
            self.grad += 2 * self.data * out.grad

        for value in (out, self):
            del value._backward
        Value._backward = _backward  # noqa: F821
        return out

    assert squares(on_the_class).gradient(3.0, arriving=[1.0]) == close(12.0)
