"""No file's mode, owner, times or attributes can be changed, whoever owns it.

Stopped by the lock: Landlock does not cover metadata, so these system calls are not on the list.
"""

import pytest

CODE = """
import os, time
file = FILE
attempt("chmod", lambda: os.chmod(file, 0o777))
attempt("fchmod", lambda: os.fchmod(os.open(file, os.O_RDONLY), 0o777))
attempt("chown", lambda: os.chown(file, os.getuid(), os.getgid()))
attempt("lchown", lambda: os.lchown(file, os.getuid(), os.getgid()))
attempt("utime", lambda: os.utime(file, (1, 1)))
attempt("utime by descriptor", lambda: os.utime(os.open(file, os.O_RDONLY), (1, 1)))
attempt("setxattr", lambda: os.setxattr(file, "user.mark", b"1"))
attempt("removexattr", lambda: os.removexattr(file, "user.mark"))
attempt("listxattr", lambda: os.listxattr(file))
attempt("umask", lambda: os.umask(0))
"""


@pytest.fixture
def file(tmp_path):
    """A file of the machine."""
    path = tmp_path / "file.txt"
    path.write_text("something")
    return path


def test_each_is_refused(inside, file):
    """None succeeds."""
    assert inside(CODE.replace("FILE", repr(str(file)))) == []


def test_it_bites(inside, file):
    """Without the lock it changes them."""
    assert {"chmod", "utime", "umask"} <= set(inside(CODE.replace("FILE", repr(str(file))), confined=False))
