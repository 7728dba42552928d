"""A box holds its pipes and nothing else: no descriptor of the grader's is left open in it.

Stopped by closing descriptors on exec; the pipes are all there is to pass on.
"""

import os

CODE = """
import os, stat
for fd in range(256):
    try:
        status = os.fstat(fd)
    except OSError:
        continue
    if not stat.S_ISFIFO(status.st_mode):
        found.append(fd)
"""


def test_only_pipes(inside, tmp_path):
    """Even a descriptor that the grader made inheritable does not get in."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    descriptor = os.open(secret, os.O_RDONLY)
    os.set_inheritable(descriptor, True)
    try:
        assert inside(CODE) == []
    finally:
        os.close(descriptor)
