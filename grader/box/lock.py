"""What student code may ask of the kernel: two locks, as bytes that `mother` hands to the kernel.

`program` is a seccomp program. It lists the system calls that are allowed, so calls that a later kernel adds
are refused too. Student code can open or look up no file by its name, start no process or thread, open no
socket, send no signal to others, read no clock of another process, get no random numbers, run no machine code
of its own, and raise no limits. When it asks for the number of a process or a user, it gets 0 in every box.

`landlock_rules` handle every right that Landlock knows, and grant none. So there are two locks: the first
refuses by system call, the second by what the call would do.
"""

import ctypes
import platform
import struct
from functools import cache

# Enough for CPython to compute, wait, print, and answer. Everything that it imports is in memory already.
CALLS = {
    "x86_64": {
        "read": 0, "write": 1, "close": 3, "poll": 7, "munmap": 11, "brk": 12, "rt_sigaction": 13,
        "rt_sigprocmask": 14, "rt_sigreturn": 15, "select": 23, "sched_yield": 24, "mremap": 25,
        "madvise": 28, "nanosleep": 35, "exit": 60, "getcwd": 79, "sigaltstack": 131, "futex": 202,
        "restart_syscall": 219, "clock_nanosleep": 230, "exit_group": 231, "pselect6": 270, "ppoll": 271,
        "membarrier": 324, "rseq": 334,
    },
    "aarch64": {
        "getcwd": 17, "close": 57, "read": 63, "write": 64, "pselect6": 72, "ppoll": 73, "exit": 93,
        "exit_group": 94, "futex": 98, "nanosleep": 101, "clock_nanosleep": 115, "sched_yield": 124,
        "restart_syscall": 128, "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135,
        "rt_sigreturn": 139, "brk": 214, "munmap": 215, "mremap": 216, "madvise": 233, "membarrier": 283,
        "rseq": 293,
    },
}  # fmt: skip
# The lock itself answers these with 0: real numbers differ from box to box, so one box could tell another.
ZERO = {
    "x86_64": {"getpid": 39, "getuid": 102, "getgid": 104, "geteuid": 107, "getegid": 108, "getppid": 110,
               "gettid": 186},
    "aarch64": {"getpid": 172, "getppid": 173, "getuid": 174, "geteuid": 175, "getgid": 176, "getegid": 177,
                "gettid": 178},
}  # fmt: skip
# Allowed for memory that holds data. In memory that can be executed, student code could run machine code. And
# pages of shared memory stay when a process lets go of them: so it could hold more than anybody sees.
DATA_ONLY = {"x86_64": {"mmap": 9, "mprotect": 10}, "aarch64": {"mmap": 222, "mprotect": 226}}
_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # AUDIT_ARCH_* of linux/audit.h

_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_SET, _RETURN = 0x20, 0x15, 0x45, 0x06
_OFFSET_NUMBER, _OFFSET_ARCHITECTURE = 0, 4  # of struct seccomp_data
_OFFSET_PROTECTION, _OFFSET_FLAGS = 32, 40  # args[2] and, of mmap alone, args[3]
_PROT_EXEC, _MAP_SHARED = 4, 1
_KILL, _ALLOW = 0x8000_0000, 0x7FFF_0000
_REFUSE, _ANSWER_ZERO = 0x0005_0001, 0x0005_0000  # fail with EPERM; do nothing and return 0

_CREATE_RULESET = 444  # the same number on every architecture
_VERSION = 1  # flag: ask for the version instead
# What each version of Landlock has learnt to refuse: (files, TCP, scopes), as bits of linux/landlock.h.
_RIGHTS = {
    1: (0x1FFF, 0, 0),
    2: (0x2000, 0, 0),
    3: (0x4000, 0, 0),
    4: (0, 3, 0),
    5: (0x8000, 0, 0),
    6: (0, 0, 3),
}


def supported() -> bool:
    """Whether the system call numbers of this machine are known here."""
    return platform.system() == "Linux" and platform.machine() in CALLS


def program(machine: str | None = None) -> bytes:
    """The seccomp program for `machine` (this one by default): 8 bytes an instruction."""
    machine = machine or platform.machine()
    instructions = [
        _instruction(_LOAD, _OFFSET_ARCHITECTURE),
        _instruction(_JUMP_IF_EQUAL, _ARCHITECTURE[machine], if_true=1),
        _instruction(_RETURN, _KILL),  # a call in another instruction set has other numbers
        _instruction(_LOAD, _OFFSET_NUMBER),
    ]
    for number in CALLS[machine].values():
        instructions += [_unless(number, 1), _instruction(_RETURN, _ALLOW)]
    for number in ZERO[machine].values():
        instructions += [_unless(number, 1), _instruction(_RETURN, _ANSWER_ZERO)]
    for name, number in DATA_ONLY[machine].items():
        instructions += [
            _unless(number, 6),
            _instruction(_LOAD, _OFFSET_PROTECTION),
            _instruction(_JUMP_IF_SET, _PROT_EXEC, if_true=3),
            _instruction(_LOAD, _OFFSET_FLAGS),
            _instruction(_JUMP_IF_SET, _MAP_SHARED if name == "mmap" else 0, if_true=1),
            _instruction(_RETURN, _ALLOW),
            _instruction(_RETURN, _REFUSE),
        ]
    instructions.append(_instruction(_RETURN, _REFUSE))
    return b"".join(instructions)


def _unless(number: int, skipped: int) -> bytes:
    """Skip so many instructions unless the system call is `number`."""
    return _instruction(_JUMP_IF_EQUAL, number, if_false=skipped)


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


@cache
def landlock_version() -> int:
    """The version of this kernel's Landlock; 0 or less where it has none."""
    libc = ctypes.CDLL(None, use_errno=True)
    return int(libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION))


def landlock_rules(version: int | None = None) -> bytes:
    """A struct landlock_ruleset_attr that names all that `version` (by default this kernel's) can refuse."""
    version = landlock_version() if version is None else version
    known = [rights for since, rights in _RIGHTS.items() if since <= version]
    return struct.pack("QQQ", *(sum(bits) for bits in zip(*known, strict=True)))
