"""Which system calls student code may make: a seccomp program, as bytes for `host.lock`.

A list of what is allowed, so whatever a kernel adds later is refused too. It is shut by the host itself,
after sandlock's own rules, because sandlock needs calls such as clone, execve, socket and setsid to start
a box and so cannot deny them. With it there is no new process or thread, no socket of any family, no
signal to others, no change of a file's metadata, and no raising of limits.
"""

import platform
import struct

# Enough for CPython to import its library, compute, sleep, print and read files that Landlock allows.
CALLS = {
    "x86_64": {
        "read": 0, "write": 1, "open": 2, "close": 3, "stat": 4, "fstat": 5, "lstat": 6, "poll": 7,
        "lseek": 8, "mmap": 9, "mprotect": 10, "munmap": 11, "brk": 12, "rt_sigaction": 13,
        "rt_sigprocmask": 14, "rt_sigreturn": 15, "pread64": 17, "readv": 19, "writev": 20, "access": 21,
        "select": 23, "sched_yield": 24, "mremap": 25, "madvise": 28, "nanosleep": 35, "getpid": 39,
        "exit": 60, "uname": 63, "getcwd": 79, "gettimeofday": 96, "getuid": 102,
        "getgid": 104, "geteuid": 107, "getegid": 108, "sigaltstack": 131, "gettid": 186, "time": 201,
        "futex": 202, "getdents64": 217, "restart_syscall": 219, "clock_gettime": 228, "clock_getres": 229,
        "clock_nanosleep": 230, "exit_group": 231, "openat": 257, "newfstatat": 262,
        "faccessat": 269, "pselect6": 270, "ppoll": 271, "getrandom": 318, "membarrier": 324, "statx": 332,
        "rseq": 334, "faccessat2": 439,
    },
    "aarch64": {
        "getcwd": 17, "faccessat": 48, "openat": 56, "close": 57, "getdents64": 61, "lseek": 62, "read": 63,
        "write": 64, "readv": 65, "writev": 66, "pread64": 67, "pselect6": 72, "ppoll": 73,
        "newfstatat": 79, "fstat": 80, "exit": 93, "exit_group": 94, "futex": 98, "nanosleep": 101,
        "clock_gettime": 113, "clock_getres": 114, "clock_nanosleep": 115, "sched_yield": 124,
        "restart_syscall": 128, "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135,
        "rt_sigreturn": 139, "uname": 160, "gettimeofday": 169, "getpid": 172, "getuid": 174, "geteuid": 175,
        "getgid": 176, "getegid": 177, "gettid": 178, "brk": 214, "munmap": 215, "mremap": 216, "mmap": 222,
        "mprotect": 226, "madvise": 233, "getrandom": 278, "membarrier": 283, "statx": 291, "rseq": 293,
        "faccessat2": 439,
    },
}  # fmt: skip
_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # AUDIT_ARCH_* of linux/audit.h

_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_OFFSET_NUMBER, _OFFSET_ARCHITECTURE = 0, 4  # of struct seccomp_data
_KILL, _ALLOW, _REFUSE = 0x8000_0000, 0x7FFF_0000, 0x0005_0001  # the last: fail with EPERM


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
        instructions.append(_instruction(_JUMP_IF_EQUAL, number, if_false=1))
        instructions.append(_instruction(_RETURN, _ALLOW))
    instructions.append(_instruction(_RETURN, _REFUSE))
    return b"".join(instructions)


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
