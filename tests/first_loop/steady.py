"""Runs cases whose results may differ from one time to the next, and reports the same about them each time.

An engine may keep a Value's children in a set, and the order of a set of Values depends on where they lie in
memory. Then a wrong walk through the graph gives different numbers each time. So does a walk that keeps its
open work in a set. Therefore, when a check has failed, its cases are built many times. The check then reports
the first case that can fail, and shows numbers only if they are the same every time. If a walk may have been
right by luck, cases that seem right are built many times as well. Whether an engine needs all this is found
out once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import Any

from grader.checks import Unsteady, close
from grader.misconceptions import look, same
from tests.first_loop.graphs import Graph
from tests.first_loop.picture import picture

BUILDS = 31  # if the order of two children decides a result, all of these agree by chance once in 10⁹ times
_CHANGING = "not the same each time: it depends on the order of the children, and a set has no order"


@dataclass(frozen=True)
class Case:
    """A graph to go backward from, and the gradients that are due afterwards, by name.

    If there is a second graph, `then`, it is built on nodes of the first, after the grads of `cleared` were
    set to 0.
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
        """The first name with a wrong gradient; None when all are right."""
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


# If the order of children can change a walk's results, it changes them here: one way to `e` is longer, and
# two nodes hold equal numbers.
WITNESS = Case(Graph({"a": 3.0, "b": 3.0}, ("c = a * 2", "d = b * 2", "e = c * d", "f = e * 5", "g = f + e")))
# Here the order of children changes nothing, whether the walk is right or wrong. If results change here, the
# walk itself goes through a set.
EVEN_WAYS = Case(Graph({"a": 3.0}, ("b = a * 2", "c = b * 3", "d = c + 5", "e = c + 7", "f = d + e")))
# Here a walk through a set is hardly ever right by luck: only one order of the steps is right, and the ways
# meet again and again.
_STEPS = tuple(f"{new} = {old} * 2" for old, new in pairwise("abcdefgh"))
_WAYS = ("i = h + 5", "j = h + 7", "k = i + j", "l = k + 5", "m = k + 7", "n = l + m")
LUCKLESS = Case(Graph({"a": 3.0}, (*_STEPS, *_WAYS, "o = n + 5", "p = n + 7", "q = o + p")), {"a": 1024.0})


class Trials:
    """Runs cases on the class `Value`; `new_example` forgets what was done before.

    `known` is what earlier trials of the same engine have found out; these trials add to it.
    """

    def __init__(self, Value, new_example, known=None):
        self.Value = Value
        self.new_example = new_example
        self.known = {} if known is None else known
        self.suspect = None
        self.random = Random(0)
        self.kept = []  # Values that stay in memory, so that later ones get other addresses

    def failure(self, cases):
        """The failure of the first of `cases` that can fail; None when all are right.

        Raises what student code raises, and Unsteady if a gradient is not the same each time.
        """
        by_chance = self.known.get("changing", True)  # True also as long as it is not known
        found, error = self._first(cases)
        if error is not None and not by_chance:
            raise error
        if found is not None and not by_chance:
            return found
        right = found is None and error is None
        if right and not (self._is_suspect() and self.changing() and self._lucky()):
            return None
        failures = (self._failure(case) for case in cases)
        found = next((failure for failure in failures if failure is not None), None)
        if found is None and not right:
            raise Unsteady(f"a gradient is {_CHANGING}")
        return found

    def _first(self, cases):
        """The failure of the first case that goes wrong this time, or the exception that it raises."""
        try:
            failures = (self._failed(case) for case in cases)
            return next((failure for failure in failures if failure is not None), None), None
        except NotImplementedError:  # still to do, so there is nothing more to find out
            raise
        except Exception as error:
            return None, error

    def _is_suspect(self):
        """Whether the case in which luck is most unlikely goes wrong. Each check finds it out for itself."""
        if self.suspect is None:
            self.suspect = self._first([LUCKLESS]) != (None, None)
        return self.suspect

    def _gone_backward(self, case, before_each=lambda: None):
        self.new_example()
        nodes = case.gone_backward(self.Value, before_each)
        self.kept.append(nodes)
        return nodes

    def elsewhere(self, case):
        """The Values of a case after going backward. Each time they have other addresses in memory."""
        return self._gone_backward(case, self._spare)

    def _spare(self):
        if self.random.random() < 0.4:
            self.kept.append(self.Value(0.0))

    def _lucky(self):
        """Whether a result that seems right may be luck, because the walk itself goes through a set."""
        return self._once("lucky", lambda: self._changes(EVEN_WAYS))

    def changing(self):
        """Whether gradients depend on an order that nobody chose."""
        return self._once("changing", lambda: self._changes(WITNESS))

    def _once(self, name, find_out):
        if name not in self.known:
            self.known[name] = find_out()
        return self.known[name]

    def _changes(self, case):
        first = look(self._shown, case)
        return any(not same(look(self._shown, case), first) for _ in range(BUILDS - 1))

    def _failure(self, case):
        if self.changing() and self._changes(case):
            self._gone_backward(case)
            raise Unsteady(f"a gradient after {case} is {_CHANGING}")
        return self._failed(case)

    def _failed(self, case):
        nodes = self._gone_backward(case)
        name = case.wrong(nodes)
        return None if name is None else Failure(case, name, nodes)

    def _shown(self, case):
        """All that a report may show of one run."""
        return [node.grad for node in self.elsewhere(case).values()]
