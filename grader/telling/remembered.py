"""What a student's own pytest remembers from run to run: which hint was shown last, what was done before."""

from collections.abc import Iterable
from typing import Any

import pytest

_RUNGS, _DONE = "learning-loop/rungs", "learning-loop/done"


class Memory:
    """In pytest's cache. With `-p no:cacheprovider` there is none, and nothing is remembered."""

    def __init__(self, config: pytest.Config) -> None:
        self.asked = bool(config.getoption("--hint"))
        keys = config.getoption("--watched-keys")  # in `pytest --watch` a key asks for a hint
        self.more = "press `h` for more" if keys else "`pytest --hint` for more"
        self.stuck = f"Stuck? {'Press `h` for a hint' if keys else '`pytest --hint` gives you a hint'}."
        self._cache = getattr(config, "cache", None)

    def rung(self, name: str, about: str, first: int, last: int) -> int:
        """Which hint for the exercise `name` to show: `first`, where -1 is none, unless --hint asks.

        Then it is one further each time, up to `last`, as long as what is wrong (`about`) stays the same.
        """
        if not self.asked:
            return first
        seen = self._get(_RUNGS)
        before = seen[name][1] if seen.get(name, [""])[0] == about else first
        rung = min(max(first, before) + 1, last)
        self._set(_RUNGS, {**seen, name: [about, rung]})
        return rung

    def first_time(self, folder: str, done: Iterable[str]) -> list[str]:
        """Those of the exercises `done` in this folder that have not been done in an earlier run."""
        before = self._get(_DONE)
        known = before.get(folder, [])
        new = [name for name in done if name not in known]
        if new:
            self._set(_DONE, {**before, folder: [*known, *new]})
        return new if self._cache else []

    def _get(self, key: str) -> dict[str, Any]:
        found = self._cache.get(key, None) if self._cache else None
        return found if isinstance(found, dict) else {}

    def _set(self, key: str, value: dict[str, Any]) -> None:
        if self._cache:
            self._cache.set(key, value)
