"""Runs cases that may come out otherwise from one time to the next, and says the same of them each time.

An engine may keep a Value's children in a set, and a set of Values is ordered by where they lie in memory.
A wrong walk through the graph then gives other numbers each time. So a check that has failed builds its cases
over and over: it tells of the first case that can fail, and of numbers only where they are always the same.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from grader.checks import Unsteady, close
from grader.observed import look, same
from tests.first_loop.graphs import Graph
from tests.first_loop.picture import picture

BUILDS = 31  # what one order of two children decides is the same in all of them once in 10⁹ times
ORDERED_BUILDS = 4  # where the children are seen to have an order, next to nothing is left to chance
_CHANGING = (
    "not the same each time: it depends on the order in which the children come, and in a set that is none"
)


@dataclass(frozen=True)
class Case:
    """A graph to go backward from, and the gradients that are due then, by name.

    `then` goes on from there: a second graph on nodes of the first, once the grads of `cleared` are set to 0.
    """

    graph: Graph
    due: Mapping[str, float] = field(default_factory=dict)
    then: Graph | None = None
    cleared: Sequence[str] = ()
    tolerance: Mapping[str, float] = field(default_factory=dict)

    def gone_backward(self, Value, before_each=lambda: None):
        """All Values by name, after going backward."""
        leaves = {name: Value(number) for name, number in self.graph.leaves.items()}
        nodes = self.graph.nodes(leaves, before_each)
        nodes[self.graph.result].backward()
        for name in self.cleared:
            nodes[name].grad = 0.0
        if self.then is not None:
            nodes = self.then.nodes(nodes, before_each)
            nodes[self.then.result].backward()
        return nodes

    def expected(self, name):
        """What the gradient at `name` has to equal."""
        return close(self.due[name], **self.tolerance)

    def wrong(self, nodes):
        """The first name whose gradient is not the one that is due; None when all are right."""
        return next((name for name in self.due if nodes[name].grad != self.expected(name)), None)

    def picture(self, nodes):
        """What `nodes` look like in a report."""
        return picture(self.graph, nodes) if self.then is None else ()

    def __str__(self):
        clear = [f"{name}.grad = 0" for name in self.cleared]
        return "; ".join([str(self.graph), *clear, *([str(self.then)] if self.then else [])])


@dataclass(frozen=True)
class Failure:
    """What a check says of a case: the gradient that was found at `name`, and the one that is due."""

    case: Case
    name: str
    nodes: Mapping[str, Any]


class Trials:
    """Plays cases on the class `Value`; `new_example` forgets what was done before."""

    def __init__(self, Value, new_example):
        self.Value = Value
        self.new_example = new_example
        self.random = Random(0)
        self.kept = []  # nothing that is built later can lie where one of these lies

    def failure(self, cases):
        """The failure of the first of `cases` that can fail; None when all are right.

        Raises what student code raises, and Unsteady where a gradient is not the same each time.
        """
        if all(self._seems_right(case) for case in cases):
            return None
        failures = (self._failure(case) for case in cases)
        found = next((failure for failure in failures if failure is not None), None)
        if found is None:
            raise Unsteady(f"a gradient is {_CHANGING}")
        return found

    def _seems_right(self, case):
        try:
            return case.wrong(self._gone_backward(case)) is None
        except NotImplementedError:  # still to do: more of it shows no more
            raise
        except Exception:
            return False

    def _gone_backward(self, case, before_each=lambda: None):
        self.new_example()
        nodes = case.gone_backward(self.Value, before_each)
        self.kept.append(nodes)
        return nodes

    def elsewhere(self, case):
        """The Values of a case after going backward; each time they lie in other places of the memory."""
        return self._gone_backward(case, self._spare)

    def _spare(self):
        if self.random.random() < 0.4:
            self.kept.append(self.Value(0.0))

    @cached_property
    def ordered(self):
        """Whether a Value is seen to keep its children in a list or a tuple."""
        with suppress(Exception):  # a style of one's own has other names
            return type((self.Value(1.0) + 2.0)._prev) in (list, tuple)
        return False

    def _failure(self, case):
        first = look(self._shown, case)
        builds = ORDERED_BUILDS if self.ordered else BUILDS
        if any(not same(look(self._shown, case), first) for _ in range(builds - 1)):
            self._gone_backward(case)
            raise Unsteady(f"a gradient after {case} is {_CHANGING}")
        nodes = self._gone_backward(case)
        name = case.wrong(nodes)
        return None if name is None else Failure(case, name, nodes)

    def _shown(self, case):
        """All that a report may show of one run."""
        return [node.grad for node in self.elsewhere(case).values()]
