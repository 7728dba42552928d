"""Examples that an earlier run has drawn: drawing them is the largest part of what a student waits for.

Only a student's own pytest keeps any, in pytest's cache, and only there are they read again: whoever can
write to that folder can write the tests as well. Grading draws its examples itself, once a worker.
"""

import hashlib
import pickle
import platform
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from grader.checking import examples
from grader.checking.examples import Example, Examples


def examples_of(config: pytest.Config) -> Examples:
    """The examples of a run of pytest: kept ones where pytest keeps something, too."""
    cache = getattr(config, "cache", None)  # none with `-p no:cacheprovider`
    with suppress(OSError):
        if cache is not None:
            found = KeptExamples(cache.mkdir("learning-loop"))
            config.pluginmanager.register(found, "learning-loop-examples")
            return found
    return Examples()


class KeptExamples(Examples):
    """`Examples` that are also kept in `folder`, in one file a suite, until a source of the suite changes.

    Where they cannot be read or written, they are drawn. Is a plugin of pytest, to hear when a run ends.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._kept: dict[Path, dict[str, bytes]] = {}  # by suite and test
        self._new: set[Path] = set()

    def _draw(self, test: Any) -> list[Example] | None:
        suite, name = _suite_of(test), f"{test.__module__}:{test.__name__}"
        kept = self._of(suite)
        with suppress(Exception):  # a damaged file may raise anything
            known: list[Example] | None = pickle.loads(kept[name])
            return known
        drawn = super()._draw(test)
        with suppress(Exception):  # of a class of the lesson's that cannot be written down
            kept[name] = pickle.dumps(drawn)
            self._new.add(suite)
        return drawn

    def _of(self, suite: Path) -> dict[str, bytes]:
        if suite not in self._kept:
            self._kept[suite] = {}
            with suppress(Exception):
                self._kept[suite] = dict(pickle.loads(self._place(suite).read_bytes()))
        return self._kept[suite]

    def pytest_sessionfinish(self) -> None:
        """Put on disk what this run has drawn."""
        for suite in self._new:
            with suppress(OSError):
                self._write(suite, self._place(suite))

    def _write(self, suite: Path, place: Path) -> None:
        part = place.with_name(f"{place.name}-{secrets.token_hex(8)}")
        part.write_bytes(pickle.dumps(self._kept[suite]))
        part.replace(place)
        for old in {*self._folder.glob(f"{suite.name}-*")} - {place}:
            old.unlink()

    def _place(self, suite: Path) -> Path:
        return self._folder / f"{suite.name}-{_digest(suite)}"


def _suite_of(test: Any) -> Path:
    return Path(test.hypothesis.inner_test.__code__.co_filename).parent


@cache
def _digest(suite: Path) -> str:
    """Of all that decides which examples are drawn."""
    total = hashlib.sha256(f"{hypothesis.__version__} {platform.python_version()}".encode())
    for path in (*sorted(suite.rglob("*.py")), Path(examples.__file__)):
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
