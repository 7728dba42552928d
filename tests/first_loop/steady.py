"""Runs cases that may come out otherwise from one time to the next, and says the same of them each time.

An engine may keep a Value's children in a set, and a set of Values is ordered by where they lie in memory.
A wrong walk through the graph then gives other numbers each time, and so does one that keeps in a set what it
has still to do. So a check that has failed builds its cases over and over: it tells of the first one that can
fail, and of numbers only where they are always the same. Where a walk can be right by luck, what seems right
is built as often. Whether an engine needs all that is found out once.
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

BUILDS = 31  # what one order of two children decides is the same in all of them once in 10⁹ times
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


# Whatever the order of children can change, it changes here: a longer way to `e`, and two equal numbers.
WITNESS = Case(Graph({"a": 3.0, "b": 3.0}, ("c = a * 2", "d = b * 2", "e = c * d", "f = e * 5", "g = f + e")))
# Here that order changes nothing, right or wrong. Who changes something goes through sets of their own.
EVEN_WAYS = Case(Graph({"a": 3.0}, ("b = a * 2", "c = b * 3", "d = c + 5", "e = c + 7", "f = d + e")))
# And no such walk is right here: one order of the steps is, and the ways come together again and again.
_STEPS = tuple(f"{new} = {old} * 2" for old, new in pairwise("abcdefgh"))
_WAYS = ("i = h + 5", "j = h + 7", "k = i + j", "l = k + 5", "m = k + 7", "n = l + m")
LUCKLESS = Case(Graph({"a": 3.0}, (*_STEPS, *_WAYS, "o = n + 5", "p = n + 7", "q = o + p")), {"a": 1024.0})


class Trials:
    """Plays cases on the class `Value`; `new_example` forgets what was done before.

    `known` is what trials of the same engine have found out; it is added to.
    """

    def __init__(self, Value, new_example, known=None):
        self.Value = Value
        self.new_example = new_example
        self.known = {} if known is None else known
        self.suspect = None
        self.random = Random(0)
        self.kept = []  # nothing that is built later can lie where one of these lies

    def failure(self, cases):
        """The failure of the first of `cases` that can fail; None when all are right.

        Raises what student code raises, and Unsteady where a gradient is not the same each time.
        """
        by_chance = self.known.get("changing", True)  # as far as is known yet
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
        """The failure of the first case that goes wrong this time, or the exception that it ends in."""
        try:
            failures = (self._failed(case) for case in cases)
            return next((failure for failure in failures if failure is not None), None), None
        except NotImplementedError:  # still to do: more of it shows no more
            raise
        except Exception as error:
            return None, error

    def _is_suspect(self):
        """Whether a walk in which luck is most unlikely comes out wrong. Asked by each check for itself."""
        if self.suspect is None:
            self.suspect = self._first([LUCKLESS]) != (None, None)
        return self.suspect

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

    def _lucky(self):
        """Whether what seems right may be luck: who changes something here goes through sets of their own."""
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
