"""Loaded into a worker (`--preload`): a machine on which the kit is not installed."""

import sys

for name in [name for name in sys.modules if name.partition(".")[0] == "grader"]:
    del sys.modules[name]
sys.modules["grader"] = None  # type: ignore[assignment]
