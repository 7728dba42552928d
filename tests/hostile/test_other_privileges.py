"""No namespace, mount, module, key, clock or host name can be touched.

Stopped by the lock; it matters where the instructor is root.
"""

CODE = """
import ctypes, os, socket
libc = ctypes.CDLL(None, use_errno=True)

def call(name, *arguments):
    if getattr(libc, name)(*arguments) == -1:
        raise OSError(ctypes.get_errno(), name)

attempt("unshare", lambda: call("unshare", 0x10000000))
attempt("mount", lambda: call("mount", b"none", b"/", b"tmpfs", 0, None))
attempt("umount", lambda: call("umount", b"/none"))
attempt("pivot", lambda: call("syscall", 155, b"/", b"/"))
attempt("host name", lambda: socket.sethostname("mallory"))
attempt("prctl", lambda: call("prctl", 38, 0, 0, 0, 0))
attempt("undo parent's death", lambda: call("prctl", 1, 0, 0, 0, 0))
attempt("personality", lambda: call("personality", 0x0040000))
attempt("swap", lambda: call("swapon", b"/none", 0))
attempt("reboot", lambda: call("reboot", 0))
attempt("new filter", lambda: call("syscall", 317, 1, 0, None))
"""


def test_each_is_refused(inside):
    """None succeeds."""
    assert inside(CODE) == []
