"""Which code of ours is at work: what it made is made again where another one is."""

import hashlib
from functools import cache
from pathlib import Path

_OWN = Path(__file__).parents[1]


@cache
def digest() -> str:
    """The digest of the grader's own code and templates."""
    total = hashlib.sha256()
    for path in sorted(p for p in _OWN.rglob("*") if p.suffix in {".py", ".j2", ".css", ".js"}):
        total.update(f"{path.relative_to(_OWN).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
