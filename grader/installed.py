"""Says it where packages that the checks need are not there. `grader.checks` imports this before all else.

Most often somebody has opened a new terminal, and types `pytest` before the environment is active.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from shlex import quote

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_ACTIVATE = r".venv\Scripts\activate" if os.name == "nt" else "source .venv/bin/activate"


def lacking() -> list[str]:
    """The packages of students that this Python has not."""
    return [name for name in ("hypothesis", "pytest_timeout") if find_spec(name) is None]


def advice(names: list[str], root: Path) -> str:
    """What is not there, and what to type in the folder `root`."""
    said = f"this Python has no {' and no '.join(names).replace('_', '-')}, which the checks need."
    own = root / ".venv"
    if not own.is_dir():
        return f"{said}\nTo set up, follow the beginning of exercises/README.md in {root}."
    if Path(sys.prefix).resolve() == own.resolve():
        return f"{said}\nTo install it, type:\n    cd {quote(str(root))}\n    pip install -e ."
    why = "In this terminal your environment is not active."
    return f"{said}\n{why} Type:\n    cd {quote(str(root))}\n    {_ACTIVATE}"


if _names := lacking():
    raise pytest.UsageError(advice(_names, _ROOT))
