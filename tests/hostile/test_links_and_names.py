"""Nothing can be renamed, linked or made special: no rename, no link, no fifo, no device, no mount.

Stopped by the lock, which has none of these system calls.
"""

CODE = """
import os
here = os.path.dirname(__file__)
file, new = here + "/attack.py", here + "/new"
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


def test_each_is_refused(inside):
    """None succeeds, in the box's own folder or anywhere."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock most of them do."""
    assert {"rename", "symlink", "fifo", "chdir"} <= set(inside(CODE, confined=False))
