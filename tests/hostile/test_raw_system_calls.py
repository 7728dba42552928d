"""Of all system calls, by number, those on the lock's list are there and no others.

Stopped by the lock: a list of what is allowed, so what a kernel adds later is refused as well.
"""

import platform

import pytest

from grader.box import lock

# Calls that end, block or move the process when they are made without sense.
LEFT_OUT = [
    "exit",
    "exit_group",
    "rt_sigreturn",
    "rseq",
    "select",
    "poll",
    "ppoll",
    "pselect6",
    "futex",
    "nanosleep",
    "clock_nanosleep",
    "restart_syscall",
    "read",
    "readv",
    "write",
    "writev",
    "close",
    "munmap",
]
NEVER = [
    "clone",
    "fork",
    "vfork",
    "clone3",
    "execve",
    "execveat",
    "socket",
    "connect",
    "bind",
    "ptrace",
    "kill",
    "tgkill",
    "chmod",
    "fchmod",
    "chown",
    "utimensat",
    "setxattr",
    "rename",
    "link",
    "unlink",
    "mkdir",
    "mknod",
    "mount",
    "umount2",
    "unshare",
    "setns",
    "prlimit64",
    "setrlimit",
    "prctl",
    "seccomp",
    "bpf",
    "keyctl",
    "add_key",
    "io_uring_setup",
    "userfaultfd",
    "memfd_create",
    "pidfd_open",
    "perf_event_open",
    "ioctl",
    "fcntl",
    "dup",
    "pipe2",
    "shmget",
    "msgget",
    "semget",
    "mq_open",
    "truncate",
    "open",
    "openat",
    "openat2",
    "stat",
    "statx",
    "newfstatat",
    "access",
    "faccessat2",
    "readlink",
    "getdents64",
    "clock_gettime",
    "getrandom",
    "uname",
    "getrusage",
    "sysinfo",
    "times",
    "mincore",
    "msync",
    "ftruncate",
    "fallocate",
    "sendfile",
    "splice",
]
UPROBES = {335, 336}  # answered by the kernel before any filter: whoever calls them from elsewhere dies
CODE = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
for number in {numbers}:
    ctypes.set_errno(0)
    libc.syscall(number, -1, 0, 0, 0, 0, 0)
    if ctypes.get_errno() != 1:
        found.append(number)
"""


def every_name(machine):
    """All calls that are not refused outright."""
    return {**lock.CALLS[machine], **lock.ZERO[machine], **lock.DATA_ONLY[machine]}


@pytest.mark.skipif(platform.machine() not in lock.CALLS, reason="the numbers of this machine are not known")
def test_all_others_are_refused(inside):
    """Every number up to 600 that is not on the list fails with EPERM."""
    allowed = every_name(platform.machine())
    numbers = sorted(set(range(600)) - UPROBES - {allowed[name] for name in LEFT_OUT if name in allowed})
    found = inside(CODE.format(numbers=numbers))
    assert set(found) <= set(allowed.values())


def test_dangerous_ones_are_not_on_the_list():
    """Neither machine's list names a call that makes, changes, connects, traces, limits or mounts."""
    for machine in lock.CALLS:
        assert not set(NEVER) & set(every_name(machine))
