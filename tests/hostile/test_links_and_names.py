"""Nothing can be renamed, linked or made special: no rename, no link, no fifo, no device, no mount.

Stopped by the lock, which has none of these system calls.
"""

import pytest

CODE = """
import os
file = FILE
here = os.path.dirname(file)
new = here + "/new"
attempt("link", lambda: os.link(file, new))
attempt("symlink", lambda: os.symlink("/etc/passwd", new + "1"))
attempt("fifo", lambda: os.mkfifo(new + "2"))
attempt("node", lambda: os.mknod(new + "3"))
attempt("lock", lambda: __import__("fcntl").flock(open(file), 2))
attempt("rename", lambda: os.rename(file, new + "4"))
attempt("replace", lambda: os.replace(new + "4", file))
attempt("chdir", lambda: os.chdir("/"))
attempt("chroot", lambda: os.chroot(here))
"""


@pytest.fixture
def file(tmp_path):
    """A file of the machine."""
    path = tmp_path / "file.txt"
    path.write_text("something")
    return path


def test_each_is_refused(inside, file):
    """None succeeds, in the box's own folder or anywhere."""
    assert inside(CODE.replace("FILE", repr(str(file)))) == []


def test_it_bites(inside, file):
    """Without the lock most of them do."""
    assert {"rename", "symlink", "fifo", "chdir"} <= set(
        inside(CODE.replace("FILE", repr(str(file))), confined=False)
    )
