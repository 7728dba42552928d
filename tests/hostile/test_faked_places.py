"""A submission can fake lines of its own files and nothing else: no other file, no markup in a name.

Stopped by the door, which names only files that were handed in, and by escaping where a text lands.
"""

import pytest

from tests.hostile.rig import checks

ATTACK = """
import os
here = os.path.dirname(__file__)
code = compile("\\n" * 41 + "def f(): raise ValueError('x')", os.path.join(here, {file!r}), "exec")
exec(code)
f()
"""


FILES = ["<b>evil.py", "grade.json", "../../etc/passwd", "wire.py", "\x1b[31m.py", ""]


@pytest.mark.parametrize("file", FILES)
def test_no_other_file_is_named(grade, file):
    """The place in a file that was never handed in is left out; the true one is given."""
    (check, *_) = checks(grade({"by_hand.py": ATTACK.replace("{file!r}", repr(file))}, "by_hand"), "by_hand")
    assert check.status == "failed"
    assert "line 42" not in check.message
    if file:
        assert file not in check.message
