"""Nothing can be written: no file made, opened for writing, cut off or removed, anywhere.

Stopped by Landlock (opening) and by the lock (everything that needs no opening); a limit of 0 bytes for the
size of files would stop what is left.
"""

CODE = """
import os
here = os.path.dirname(__file__)
for place in (here, {elsewhere!r}, "/tmp", "/dev/shm", "/var/tmp", "/proc/self"):
    attempt("make " + place, lambda: open(place + "/made", "w"))
    attempt("nameless " + place, lambda: os.open(place, os.O_TMPFILE | os.O_RDWR))
    attempt("folder " + place, lambda: os.mkdir(place + "/folder"))
for mode in ("w", "a", "r+", "x"):
    attempt("open " + mode, lambda: open(here + "/attack.py", mode))
attempt("device", lambda: open("/dev/null", "w"))
attempt("truncate", lambda: os.truncate(here + "/attack.py", 0))
attempt("remove", lambda: os.remove(here + "/attack.py"))
attempt("remove folder", lambda: os.rmdir(here))
attempt("own memory", lambda: open("/proc/self/mem", "r+b"))
attempt("oom score", lambda: open("/proc/self/oom_score_adj", "w"))
"""


def test_nothing_is_written(inside, tmp_path):
    """Each attempt is refused, and the folders are as they were."""
    assert inside(CODE.format(elsewhere=str(tmp_path))) == []
    assert list(tmp_path.iterdir()) == []


def test_it_bites(inside, tmp_path):
    """Without the lock it writes into its own folder and elsewhere."""
    inside(CODE.format(elsewhere=str(tmp_path)), confined=False)
    assert (tmp_path / "made").exists()
