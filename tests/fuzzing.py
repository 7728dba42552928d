"""How much to fuzz: a short run that is always the same, or a long one that never is; and what it has found.

What a `Target` fails on is kept as a file in tests/found/<target>/, which every ordinary run tries again. Add
the file to the repository together with the fix.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

FOUND = Path(__file__).parent / "found"


def fuzz(short: int = 100) -> Callable[[Any], Any]:
    """Marks a fuzz test: `short` fixed examples, or as many random ones as LEARNING_LOOP_FUZZ says."""
    long = os.environ.get("LEARNING_LOOP_FUZZ")
    how_much = settings(
        max_examples=int(long) if long else short,
        derandomize=not long,
        database=None,
        deadline=None,
        print_blob=True,
        # Everything but "explain": it can take longer than all the rest.
        phases=(Phase.explicit, Phase.generate, Phase.target, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    return lambda test: pytest.mark.fuzz(how_much(test))


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes any bytes: `survive(case)` raises where it should not, on one of `cases`."""

    name: str
    cases: SearchStrategy[bytes]
    survive: Callable[[bytes], None]

    def explore(self, short: int = 100) -> None:
        """Try new cases; the smallest that fails is kept."""
        failed: list[bytes] = []

        @fuzz(short)
        @given(case=self.cases)
        def attempt(case: bytes) -> None:
            try:
                self.survive(case)
            except Exception:
                failed.append(case)
                raise

        try:
            attempt()
        except BaseException:
            if failed:  # the last one is what hypothesis ends with: the smallest
                keep(self.name, failed[-1])
            raise


def keep(name: str, case: bytes) -> Path:
    """Keep a case as a file, whose name is of its content."""
    path = FOUND / name / hashlib.sha256(case).hexdigest()[:16]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case)
    return path


def kept() -> list[Path]:
    """The files of all that was ever found."""
    return sorted(path for path in FOUND.glob("*/*") if path.is_file())
