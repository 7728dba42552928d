"""/etc, /proc, /sys, /dev, /home, /root, /var and / itself cannot be read, nor looked at, nor even guessed.

Stopped by the lock, which has no system call that takes a name, and by Landlock.
"""

CODE = """
import os
FILES = ("/etc/passwd", "/etc/shadow", "/etc/ssl/openssl.cnf", "/proc/cpuinfo", "/dev/null",
         "/dev/urandom", "/dev/tty", "/proc/self/status", "/proc/version", "/var/log/dpkg.log",
         "/proc/mounts", "/proc/self/mountinfo", "/proc/self/cgroup", "/etc/hosts", "/etc/hostname",
         os.__file__)
FOLDERS = ("/", "/etc", "/proc", "/sys", "/dev", "/home", "/root", "/var", "/tmp", "/usr", "/usr/bin", "/run",
           os.path.dirname(os.__file__))
for path in FILES:
    attempt(path, lambda: open(path, "rb").read(1))
    attempt("link " + path, lambda: os.readlink(path))
for path in (*FILES, *FOLDERS):
    attempt("look " + path, lambda: os.stat(path))
    attempt("ask " + path, lambda: 1 / os.access(path, os.F_OK))
for path in FOLDERS:
    attempt(path, lambda: os.listdir(path))
"""


def test_none_is_read(inside):
    """Each attempt is refused, for the interpreter's library as well."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock most of them succeed."""
    assert {"/etc/passwd", "/", "/etc", "/proc/version", "look /"} <= set(inside(CODE, confined=False))
