"""The gradient that one operation sends back, `square` say, whether or not `backward` is written yet.

The lesson's style keeps a node's local rule in `_backward`, to be called with no arguments: that needs
nothing else, so a mistake in `backward` does not cost `square` anything. A style of one's own may keep
the rule elsewhere, or make the result of several nodes; then the student's own `backward` carries the
gradients.

Which of the two ways is used is decided once, by looking at the engine. After that, each question is asked
only once: code that answers differently each time has to be right each time.
"""

from contextlib import suppress
from functools import cached_property

from grader.checks import close, is_number, number
from tests.lessons.values import a_value


class Operation:
    """What the method `name` of the class `Value` does; `new_example` forgets what was done before."""

    def __init__(self, Value, name, new_example):
        self.Value = Value
        self.name = name
        self.new_example = new_example

    def of(self, value):
        """The result for one Value, such as its square."""
        return getattr(value, self.name)()

    def gradient(self, x, *, arriving, already=0.0, beside=()):
        """What x.grad holds once each result for x, one for every number in `arriving`, got that gradient.

        `already` is in x.grad before. For each number in `beside`, the same is made of that many times x,
        later on in the same graph, and no gradient arrives there.
        """
        way = _by_local_rule if self.has_local_rule else _by_backward
        self.new_example()
        value = self.Value(x)
        value.grad = already
        made = [a_value(self.of(value), f"x.{self.name}()") for _ in arriving]
        for factor in beside:
            self.of(value * factor)
        way(self.Value, value, list(zip(made, arriving, strict=True)))
        return value.grad

    @cached_property
    def has_local_rule(self):
        """Whether the result's own rule is asked. It is, too, where `backward` is of no help."""
        with suppress(Exception):
            if self._made_of_itself() and self._rule_moves():
                return True
        return not backward_works(self.Value)

    def _made_of_itself(self):
        """Whether the children of a result can be read, and are the very Value or plain numbers."""
        value = self.Value(3.0)
        children = [child for child in children_of(self.of(value)) if not is_number(child)]
        value.grad = mark = 0.625
        return bool(children) and all(child.grad == close(mark) for child in children)

    def _rule_moves(self):
        value = self.Value(3.0)
        out = self.of(value)
        out.grad = 1.0
        out._backward()
        return value.grad != close(0.0)


def backward_works(Value):
    """Whether `backward` brings the gradients of a graph of products and sums to all of its leaves."""
    with suppress(Exception):
        a, b, c, d = (Value(number) for number in (3.0, 5.0, 7.0, 11.0))
        (a * b + c * d).backward()
        return [a.grad, b.grad, c.grad, d.grad] == close([5.0, 3.0, 11.0, 7.0])
    return False


def _by_local_rule(Value, value, made):
    for out, gradient in made:
        out.grad = gradient
        out._backward()
    with suppress(Exception):  # a leaf need not have one
        value._backward()  # a walk through the whole graph would call this too


def _by_backward(Value, value, made):
    total = Value(0.0)
    for out, gradient in made:
        total = total + out * gradient
    total.backward()


def children_of(out):
    """The children of a Value, if they are in `_prev` and can be iterated over; else none."""
    with suppress(AttributeError, TypeError):
        return list(out._prev)
    return []


def comes_back(Value, w, middle, out):
    """Whether a gradient at `out`, made from `middle`, itself made from `w`, comes back as far as w."""
    by_rules = _names_child(out, middle) or not (hasattr(out, "_prev") or backward_works(Value))
    middle.grad = 0.0
    if by_rules:
        with suppress(AttributeError, TypeError):  # an engine in another style may keep its rules elsewhere
            out.grad = 1.0
            out._backward()
            middle._backward()
    if number(w.grad) == 0:
        with suppress(Exception if numbers_among_children(out) else NotImplementedError):
            out.backward()
    return number(w.grad) != 0


def numbers_among_children(out):
    """The plain numbers among the children of a Value: most walks fail on them."""
    return [child for child in children_of(out) if is_number(child)]


def _names_child(out, child):
    """Whether the children of `out` are Values, and one of them is `child`, recognised by its grad."""
    if numbers_among_children(out):
        return False
    child.grad = mark = 0.625
    with suppress(AttributeError):
        return any(other.grad == close(mark) for other in children_of(out))
    return False
