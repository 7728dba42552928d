"""No file's mode, owner, times or attributes can be changed, not even those of its own files.

Stopped by the lock: Landlock does not cover metadata, so these system calls are not on the list.
"""

CODE = """
import os, time
file = __file__
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


def test_each_is_refused(inside):
    """None succeeds."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock it changes its own files."""
    assert {"chmod", "utime", "umask"} <= set(inside(CODE, confined=False))
