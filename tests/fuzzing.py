"""How much to fuzz: a short run that is always the same, or a long one that never is."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings


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
