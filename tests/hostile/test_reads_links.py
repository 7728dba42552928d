"""Where symbolic links lead cannot be read, outside of the box or inside of /proc.

Stopped by the lock: no readlink.
"""


def test_no_target_is_told(inside, tmp_path):
    """A link whose target is a secret keeps it."""
    link = tmp_path / "link"
    link.symlink_to("/the/secret/target")
    code = f"""
import os
for path in ({str(link)!r}, "/proc/self/exe", "/proc/self/cwd", "/proc/self/fd/0", "/proc/self/ns/net"):
    attempt(path, lambda: os.readlink(path))
"""
    assert inside(code) == []
    assert str(link) in inside(code, confined=False)
