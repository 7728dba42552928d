"""No process can be started: no fork, vfork, clone, spawn or exec.

Stopped by the lock, which has neither clone nor execve.
"""

CODE = """
import os, subprocess

def forked():
    if os.fork() == 0:
        os._exit(0)

attempt("fork", forked)
attempt("run", lambda: subprocess.run(["/bin/true"]))
attempt("spawn", lambda: os.posix_spawn("/bin/true", ["true"], {}))
attempt("system", lambda: 0 / (os.system("true") == 0))
attempt("pty", lambda: __import__("pty").fork()[0] or os._exit(0))
"""
EXEC = "import os\nattempt('exec', lambda: os.execv('/bin/true', ['true']))"


def test_each_is_refused(inside):
    """None succeeds, exec included."""
    assert inside(CODE) == []
    assert inside(EXEC) == []


def test_it_bites(inside):
    """Without the lock they do."""
    assert {"fork", "run", "spawn", "system"} <= set(inside(CODE, confined=False))
