"""System calls by the numbers of another instruction set (int 0x80, x32) are not to be had.

Stopped by the lock: no memory can be made executable, so there is no machine code of one's own, and the
instruction set is looked at first (`test_lock` shows that another one ends the process).
"""

import platform

import pytest

from grader.box.box import Box
from grader.box.remote import Conversation
from grader.model import Limits

pytestmark = pytest.mark.skipif(platform.machine() != "x86_64", reason="only x86-64 has these")

INT_80 = b"""
import ctypes, mmap
# mov eax, 20 (getpid of 32-bit programs); int 0x80; ret
flags, prot = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC
code = mmap.mmap(-1, 4096, flags=flags, prot=prot)
code.write(bytes.fromhex("b814000000cd80c3"))
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
pid = ctypes.CFUNCTYPE(ctypes.c_int)(address)()
"""
PROTECT = """
import ctypes, mmap
libc = ctypes.CDLL(None, use_errno=True)
code = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
def protect():
    if libc.mprotect(ctypes.c_void_p(address), 4096, 7) == -1:
        raise OSError(ctypes.get_errno(), "mprotect")
attempt("mprotect", protect)
"""
X32 = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
for number in range(0x40000000, 0x40000000 + 560):
    ctypes.set_errno(0)
    libc.syscall(number, -1, 0, 0, 0, 0, 0)
    if ctypes.get_errno() != 1:
        found.append(number)
"""


def test_there_is_no_machine_code_of_ones_own():
    """Memory for int 0x80 is refused."""
    with Box({"attack.py": INT_80}, Limits()) as box:
        conversation = Conversation(box.ask)
        conversation.fresh({}, {})
        with pytest.raises(PermissionError):
            conversation.module("attack")


def test_memory_does_not_become_executable_later(inside):
    """Nor is there a way round by changing what memory is for."""
    assert inside(PROTECT) == []


def test_x32_calls_are_refused(inside):
    """No number of the x32 kind gets through."""
    assert inside(X32) == []
