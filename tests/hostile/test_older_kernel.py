"""On an older kernel, whose Landlock knows nothing of TCP, devices, signals and abstract sockets, all holds.

Stopped by the lock alone there. Shown by switching off these parts of Landlock; what an older kernel does
besides is not tested.
"""

import os
import socket
import struct

import pytest

from grader.box import confine, lock

CODE = """
import os, signal, socket
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    attempt(f"socket {{family}}", lambda: socket.socket(family, socket.SOCK_STREAM))
attempt("abstract", lambda: socket.socket(socket.AF_UNIX).connect({name!r}))
attempt("kill", lambda: os.kill({grader}, 0))
attempt("kill group", lambda: os.killpg(0, 0))
attempt("ioctl", lambda: __import__("fcntl").ioctl(0, 0x5413, b"12345678"))
attempt("rename", lambda: os.rename("/etc/hosts", "/etc/hosts.x"))
attempt("read", lambda: open("/etc/hosts").read())
attempt("look", lambda: os.stat("/etc/hosts"))
"""


@pytest.fixture
def older_kernel(monkeypatch):
    """Boxes start without what Landlock has learnt since version 3."""
    rules = lock.landlock_rules(3)
    monkeypatch.setattr(lock, "landlock_rules", lambda: rules)
    monkeypatch.setattr(confine, "_mothers", {})
    yield
    for mother in confine._mothers.values():
        mother.close()


@pytest.fixture
def no_landlock(monkeypatch):
    """Boxes start with a rule set that refuses one thing only, so that the list of calls is on its own."""
    rules = struct.pack("QQQ", 1 << 12, 0, 0)
    monkeypatch.setattr(lock, "landlock_rules", lambda: rules)
    monkeypatch.setattr(confine, "_mothers", {})
    yield
    for mother in confine._mothers.values():
        mother.close()


def test_the_lock_alone_is_enough(inside, older_kernel):
    """Each attempt is refused."""
    name = f"\0learning-loop-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(name)
        service.listen()
        assert inside(CODE.format(name=name, grader=os.getpid())) == []


def test_the_list_of_calls_alone_is_enough(inside, no_landlock):
    """Even where Landlock refuses next to nothing."""
    assert inside(CODE.format(name="\0nobody", grader=os.getpid())) == []
