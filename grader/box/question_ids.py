"""The ids of questions to a box: student code cannot guess the next one, and the same work gets the same ids.

Student code can see the id of each question that it answers. If ids were random, it could use them to choose
at random what it does, and its grade would differ from time to time.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count

from grader.model import Lesson


@cache
def key(lesson: Lesson) -> bytes:
    """The secret that ids are made with: one would need the solutions to guess it, and no box holds them."""
    paths = [path for name in lesson.files if (path := lesson.solutions / name).exists()]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).digest()


def ids(files: Mapping[str, bytes], key: bytes) -> Iterator[str]:
    """One id after the other, for a box with these files."""
    total = hmac.new(key, digestmod=hashlib.sha256)
    for name, content in sorted(files.items()):
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    seed = total.digest()
    return (hmac.digest(seed, str(number).encode(), "sha256")[:8].hex() for number in count())
