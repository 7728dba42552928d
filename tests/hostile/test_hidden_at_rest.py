"""Memory that a process holds, and that does not show where a process at rest is looked at.

Stopped by the lock: pages that are shared stay when their process lets go of them, so no memory can be shared,
with nobody either. Once, a stopped process kept 300 MB in this way, and looked like one of 27.
"""

HIDE = """
import mmap

def hide(flags):
    memory = mmap.mmap(-1, 1 << 20, flags=flags | mmap.MAP_ANONYMOUS)
    memory[0] = 1
    memory.madvise(mmap.MADV_DONTNEED)  # no longer a page of the process
    if not memory[0]:
        raise MemoryError("gone")

attempt("shared", lambda: hide(mmap.MAP_SHARED))
attempt("shared and checked", lambda: hide(3))  # MAP_SHARED_VALIDATE
attempt("its own", lambda: hide(mmap.MAP_PRIVATE))
"""


def test_what_it_lets_go_of_is_gone(inside):
    """There is no memory that is kept and not counted."""
    assert inside(HIDE) == []


def test_it_bites(inside):
    """Without the lock, what is shared stays."""
    assert inside(HIDE, confined=False)[:1] == ["shared"]
