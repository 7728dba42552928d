"""Studies of code that may go through sets: what it shows can change with an order that nobody chose.

The probe looks at each part many times and writes down all that came out. A wrong model is asked for all
that it can show, in every order; where that holds everything that was seen, and no other model's does, it
is named. What has an order, and shows the same each time, has to be what the model shows in that order.
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
    """A study whose probe shows whether an order can be seen, and for each of `parts` all that came out.

    `in_any_order(about, model)` is as `install`, once for each order; one result is used up before the next.
    """

    parts: tuple[Part, ...]
    in_any_order: Callable[[str, Model], Iterable[Modules]]

    def predict(self, model: Model, observed: Observed) -> Observed:
        return _as_written(self.install, self.about, model, self.parts)

    def possible(self, model: Model) -> Iterator[tuple[Observed, ...]]:
        """For each part all that it can show where `model` is at work: as written, and in every order."""
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
    """All that an experiment gives in so many times, sorted: which came first is chance."""
    return _distinct(look(experiment) for _ in range(times))


def _distinct(found: Iterable[Observed]) -> tuple[Observed, ...]:
    return tuple(one for _, one in sorted({repr(one): one for one in found}.items()))


@cache
def _possible(
    in_any_order: Callable[[str, Model], Iterable[Modules]], about: str, model: Model, part: Part
) -> tuple[Observed, ...]:
    return _distinct(look(part, modules) for modules in in_any_order(about, model))
