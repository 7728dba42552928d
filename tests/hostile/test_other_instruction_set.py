"""System calls by the numbers of another instruction set (int 0x80, x32) end the process.

Stopped by the lock, which looks at the instruction set first.
"""

import platform

import pytest

from grader.box import Box
from grader.model import Limits
from grader.remote import Door
from grader.student import Stopped

pytestmark = pytest.mark.skipif(platform.machine() != "x86_64", reason="only x86-64 has these")

INT_80 = b"""
import ctypes, mmap
# mov eax, 20 (getpid of 32-bit programs); int 0x80; ret
code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(bytes.fromhex("b814000000cd80c3"))
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
pid = ctypes.CFUNCTYPE(ctypes.c_int)(address)()
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


def test_32_bit_calls_end_the_process():
    """int 0x80 is the last thing that the process does."""
    with Box({"attack.py": INT_80}, Limits()) as box:
        door = Door(box.ask)
        door.fresh({}, {})
        with pytest.raises(Stopped, match="SIGSYS") as stop:
            door.module("attack")
        assert stop.value.status == "crashed"


def test_x32_calls_end_the_process(inside):
    """Nor does a number of the x32 kind get through."""
    with pytest.raises(Stopped, match="SIGSYS"):
        inside(X32)
