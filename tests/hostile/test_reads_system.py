"""/etc, /proc, /sys, /dev, /home, /root, /var and / itself cannot be read.

Stopped by Landlock.
"""

import platform

CODE = """
import os
FILES = ("/etc/passwd", "/etc/shadow", "/etc/ssl/openssl.cnf", "/proc/cpuinfo", "/dev/null",
         "/dev/urandom", "/dev/tty", "/proc/self/status", "/proc/version", "/var/log/dpkg.log")
FOLDERS = ("/", "/etc", "/proc", "/sys", "/dev", "/home", "/root", "/var", "/tmp", "/usr", "/usr/bin", "/run")
for path in FILES:
    attempt(path, lambda: open(path, "rb").read(1))
for path in FOLDERS:
    attempt(path, lambda: os.listdir(path))
"""


def test_none_is_read(inside):
    """Each attempt is refused."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock most of them succeed."""
    assert {"/etc/passwd", "/", "/etc", "/proc/version"} <= set(inside(CODE, confined=False))


def test_what_is_made_up(inside):
    """Of what can be read there, sandlock makes up the content: no mount, host or group of this machine."""
    paths = ("/proc/mounts", "/proc/self/mountinfo", "/proc/self/cgroup", "/etc/hosts", "/etc/hostname")
    told = inside(f"for path in {paths}: found.append(open(path).read())")
    assert all(len(text.splitlines()) <= 2 for text in told)
    assert platform.node() not in told[-1]
