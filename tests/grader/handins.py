"""Things to hand in: whole ones, strange ones and forged ones, made where a test needs them."""

import io
import os
import struct
import sys
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from grader.lesson import catalog
from grader.model import Lesson

LESSON: Lesson = catalog.load(catalog.find_root(Path(__file__)), "first_loop")
WHOLE: Mapping[str, bytes] = {name: f"# {name}\n".encode() for name in LESSON.files}

_WRITES = {"chmod", "chown", "link", "mkdir", "remove", "rename", "rmdir", "symlink", "truncate", "utime"}
_watched: list[list[str]] = []


def lay(folder: Path, files: Mapping[str, bytes] = WHOLE) -> Path:
    """`folder` with `files` in it, by relative path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def zipped(files: Mapping[Any, bytes] = WHOLE, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of a zip of `files`; a ZipInfo for a name sets what a name alone cannot."""
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", method) as archive:
        warnings.simplefilter("ignore")  # duplicate names are meant
        for name, content in files.items():
            archive.writestr(name, content, method)
    return packed.getvalue()


def zipped_pairs(*pairs: tuple[str, bytes]) -> bytes:
    """As `zipped`, for names that come more than once."""
    return zipped({zipfile.ZipInfo(name): content for name, content in pairs})


def with_mode(name: str, mode: int) -> zipfile.ZipInfo:
    """A zip member that says it was of this mode on Unix."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def encrypted(packed: bytes) -> bytes:
    """The zip with every member's flag of encryption set."""
    forged = bytearray(packed)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = forged.find(signature)
        while at >= 0:
            forged[at + offset] |= 1
            at = forged.find(signature, at + 1)
    return bytes(forged)


def crowded(entries: int, extra: bytes = b"") -> bytes:
    """A zip whose directory really has so many entries, all without a name or content."""
    entry = b"PK\x01\x02" + bytes(26) + struct.pack("<H", len(extra)) + bytes(14) + extra
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFE, 0xFFFE, len(entry) * entries, 0, 0)
    return entry * entries + end


@contextmanager
def watched() -> Iterator[list[str]]:
    """The list that fills with everything this process does to files other than read them."""
    seen: list[str] = []
    _watched.append(seen)
    try:
        yield seen
    finally:
        _watched.remove(seen)


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if not _watched:
        return
    flags = args[2] if event == "open" and isinstance(args[2], int) else 0
    if event.removeprefix("os.") in _WRITES or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC):
        _watched[-1].append(f"{event} {args}")


sys.addaudithook(_watch)  # cannot be taken away again, so it looks only while a test asks it to
