"""Studies of code that may go through sets, so that its results can depend on an order that nobody chose.

The probe looks at each part many times, and writes down all results. For a wrong model, all results are
computed that it can give in any order. If these include everything that the probe saw, and no other model's
results do, the model is named. If the student's code has a fixed order and gives the same result each time,
the result has to be the model's result in that same order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from grader.checking.observed import Observed, look, same
from grader.checking.study import Behaviour, Model, Modules

Part = Callable[[Modules], Observed]


@dataclass(frozen=True, kw_only=True)
class Unordered(Behaviour):
    """A study whose probe gives whether children have an order, and then, for each of `parts`, all results.

    `in_any_order(about, model)` gives modules as `install` does, once for each order. Use one before you ask
    for the next.
    """

    parts: tuple[Part, ...]
    in_any_order: Callable[[str, Model], Iterable[Modules]]

    def predict(self, model: Model, observed: Observed) -> Observed:
        return _as_written(self.install, self.about, model, self.parts)

    def possible(self, model: Model) -> Iterator[tuple[Observed, ...]]:
        """For each part all results that it can have with `model`: as written, and in every order."""
        written = self.install(self.about, model)
        for part in self.parts:
            yield (look(part, written), *_possible(self.in_any_order, self.about, model, part))

    def _shows(self, model: Model, observed: Observed) -> bool:
        match observed:
            case (bool(ordered), *parts) if len(parts) == len(self.parts):
                if ordered and all(type(seen) is tuple and len(seen) == 1 for seen in parts):
                    return super()._shows(model, observed)
                return all(map(self._among, parts, self.possible(model)))
        return False

    def _among(self, seen: Observed, possible: Sequence[Observed]) -> bool:
        known = type(seen) is tuple and bool(seen)
        return known and all(any(same(one, other, self.precision) for other in possible) for one in seen)


@cache
def _as_written(
    install: Callable[[str, Model], Modules], about: str, model: Model, parts: tuple[Part, ...]
) -> tuple[Observed, ...]:
    modules = install(about, model)
    return True, *((look(part, modules),) for part in parts)


def seen(times: int, experiment: Callable[[], Any]) -> tuple[Observed, ...]:
    """The different results of an experiment that runs `times` times; sorted, as their order is chance."""
    return _distinct(look(experiment) for _ in range(times))


def _distinct(found: Iterable[Observed]) -> tuple[Observed, ...]:
    return tuple(one for _, one in sorted({repr(one): one for one in found}.items()))


@cache
def _possible(
    in_any_order: Callable[[str, Model], Iterable[Modules]], about: str, model: Model, part: Part
) -> tuple[Observed, ...]:
    return _distinct(look(part, modules) for modules in in_any_order(about, model))
