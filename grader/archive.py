"""Zips, read without trusting a word of them.

Members are never extracted: one is read by name, in small pieces, up to a limit. What a zip says of itself
(sizes, counts, names) decides nothing: a bomb ends at the limit, and a directory of a million names is
refused before `zipfile` builds an object for each.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO

from grader.tree import (
    MAX_ITEMS,
    Item,
    Kind,
    Tree,
    Unreadable,
    join,
    kind_of_mode,
    read_up_to,
    split,
    tidy,
    too_many,
)

MAX_NESTED = 16 << 20  # bytes of a zip inside a zip, which is unpacked in memory

_MAX_DIRECTORY = 4 << 20  # bytes of all names, dates and sizes
_ENTRY = b"PK\x01\x02"  # begins every entry of a zip's directory
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_MADE_ON_UNIX = 3
# Unpacking these in pieces bounds memory; bzip2 and LZMA members can still ask for any amount at once.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# All that `zipfile` was seen to raise over damaged bytes; its documentation names only the first.
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, RuntimeError)


@contextmanager
def opened(tree: Tree, path: str) -> Iterator["Archive"]:
    """The zip at `path` of `tree` as a tree; Unreadable if it is no readable zip."""
    with tree.seekable(path) as file:
        yield Archive(file)


class Archive:
    """An open zip as a `Tree`."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(_Cautious(file))
        except UnicodeDecodeError:
            raise Unreadable("has a name in it that is not valid UTF-8", "zip your work again") from None
        except _DAMAGED:
            raise Unreadable("is damaged, or is no zip", "zip your work again") from None
        self._members = [(_clean(info), info) for info in self._zip.infolist()]

    def items(self, folder: str = "") -> tuple[Item, ...]:
        found: dict[str, Item] = {}
        for path, info in self._members:
            if (item := _item_in(folder, path, info)) is not None:
                found[item.name] = _merged(found.get(item.name), item)
        return tidy(list(found.values()))

    def kind(self, path: str) -> Kind | None:
        folder, name = split(path)
        known = self.items() if path in self._strays() else self.items(folder)
        names = {item.name: item.kind for item in known}
        return "folder" if not path else names.get(path, names.get(name))

    def read(self, path: str, limit: int) -> bytes:
        info = next(info for clean, info in self._members if clean == path)
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("is encrypted", "zip your work again, without a password")
        if info.compress_type not in _METHODS:
            raise Unreadable("is packed in an unusual way", "zip your work again with the usual settings")
        try:
            with self._zip.open(info) as member:
                return read_up_to(member, limit)
        except _DAMAGED:
            raise Unreadable("is damaged inside the zip", "zip your work again") from None

    def seekable(self, path: str) -> BinaryIO:
        return io.BytesIO(self.read(path, MAX_NESTED))
