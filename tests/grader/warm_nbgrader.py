"""nbgrader's commands, each in a copy of one process that has loaded nbgrader: to load it takes seconds."""

import importlib
import os
import sys
from collections.abc import Sequence

from tests.grader.copies import Copies, serve
from tests.grader.handins import LESSON

# The commands, and what they load when they grade and show.
LOADED = ("nbgrader.apps.nbgraderapp", "ipykernel.kernelapp", "IPython", "nbconvert.exporters.html")


def warm() -> Copies:
    """That process, for a `with`. Its copies are started with `run`."""
    return Copies([sys.executable, "-m", __name__], os.environ, LESSON.root)


def _nbgrader(arguments: Sequence[str]) -> int:
    from nbgrader.apps.nbgraderapp import main

    sys.argv = ["nbgrader", *arguments]
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


if __name__ == "__main__":
    for name in LOADED:
        importlib.import_module(name)
    serve(_nbgrader)
