"""The folders of other boxes, and the temporary folder they lie in, cannot be read.

Stopped by Landlock: of that folder, a box reads its own part.
"""

import tempfile
from pathlib import Path

import pytest

from grader.box import Box
from grader.model import Limits

CODE = """
import os
attempt("list", lambda: os.listdir({folder!r}))
attempt("neighbour", lambda: os.listdir({neighbour!r}))
attempt("read", lambda: open({neighbour!r} + "/engine.py").read())
attempt("up", lambda: os.listdir(".."))
attempt("own", lambda: os.listdir("."))
"""


@pytest.mark.parametrize("confined", [True, False])
def test_only_its_own(inside, confined):
    """A box sees its own files. Without the lock it sees everything: the attack bites."""
    with Box({"engine.py": b"secret = 1"}, Limits()) as neighbour:
        code = CODE.format(folder=str(Path(tempfile.gettempdir())), neighbour=neighbour.folder)
        found = inside(code, confined=confined)
    assert found == (["own"] if confined else ["list", "neighbour", "read", "up", "own"])
