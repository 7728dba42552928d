"""Zips, read without trusting what they say about themselves.

Nothing is extracted to disk: members are read by name, in small pieces, up to a limit. The sizes, counts and
names that a zip states are not trusted: reading stops at the limit, and a directory that holds a million
names or is slow to parse is refused before `zipfile` reads it.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from grader.intake.tree import (
    MAX_ITEMS,
    Item,
    Kind,
    Listing,
    Tree,
    UnreadableError,
    kind_of_mode,
    listing,
    odd,
    read_up_to,
    too_many,
)

MAX_NESTED = 16 << 20  # bytes of a zip inside a zip, which is unpacked in memory

_MAX_DIRECTORY = 4 << 20  # bytes of all names, dates and sizes of a zip
_LONGEST_END = 128 << 10  # bytes; after that directory come at most a comment of 64 KB and a few records
_ENTRY = b"PK\x01\x02"  # begins every entry of that directory
_FIXED = 46  # bytes of an entry before its name
_LENGTHS = struct.Struct("<3H")  # of its name, its extra fields and its comment, at byte 28
_MAX_EXTRA = (
    1 << 10
)  # bytes of an entry's extra fields: a few dozen are usual, and `zipfile` takes their square
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_MADE_ON_UNIX = 3
# These unpack piece by piece; bzip2 and LZMA members can ask for any amount of memory at once.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What `zipfile` raises for damaged bytes; its documentation names only the first of these.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


@contextmanager
def opened(tree: Tree, path: str) -> Iterator["Archive"]:
    """The zip at `path` of `tree`, as a tree of its own; UnreadableError if it is no readable zip."""
    with tree.seekable(path) as file, CautiousFile(file) as cautious:  # type: ignore[arg-type]
        yield Archive(cautious)


@dataclass(frozen=True, slots=True)
class _Member:
    path: str
    kind: Kind
    info: zipfile.ZipInfo


class Archive:
    """An open zip as a `Tree`. A member whose name leads out of it appears at the top, as "stray"."""

    def __init__(self, file: "CautiousFile") -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except UnicodeDecodeError:
            raise UnreadableError("has a name in it that is not valid UTF-8", "zip your work again") from None
        except _DAMAGED:
            raise UnreadableError("is damaged, or is no zip", "zip your work again") from None
        self._lists: dict[str, Listing] = {}
        self._members = [m for info in self._zip.infolist() if (m := _member(info)).path]

    def items(self, folder: str = "") -> tuple[Item, ...]:
        return self._listed(folder).items

    def litter(self, folder: str = "") -> tuple[Item, ...]:
        return self._listed(folder).litter

    def kind(self, path: str) -> Kind | None:
        folder, _, name = path.rpartition("/")
        if not path:
            return "folder"
        everything = (*self.items(folder), *self.litter(folder))
        return next((item.kind for item in everything if item.name == name), None)

    def read(self, path: str, limit: int) -> bytes:
        kind = self.kind(path)
        if kind != "file":
            raise odd(kind) if kind else UnreadableError("is not in the zip", "zip your work again")
        info = next(member.info for member in self._members if member.path == path)
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError("is encrypted", "zip your work again, without a password")
        if info.compress_type not in _METHODS:
            raise _unusual()
        try:
            with self._zip.open(info) as member:
                return read_up_to(member, limit)
        except _DAMAGED:
            raise UnreadableError("is damaged inside the zip", "zip your work again") from None

    def seekable(self, path: str) -> BinaryIO:
        return io.BytesIO(self.read(path, MAX_NESTED))

    def _listed(self, folder: str) -> Listing:
        if folder not in self._lists:
            self._lists[folder] = self._list(folder)
        return self._lists[folder]

    def _list(self, folder: str) -> Listing:
        inside = f"{folder}/" if folder else ""
        found: dict[str, Item] = {}
        for member in self._members:
            if member.path.startswith(inside) and len(member.path) > len(inside):
                name, _, deeper = member.path[len(inside) :].partition("/")
                item = Item(name, "folder" if deeper else member.kind, member.info.date_time)
                found[name] = _merged(found.get(name), item)
        return listing(list(found.values()))


class CautiousFile(io.BufferedReader):
    """`zipfile` reads a zip's directory in one go, however large it says it is; this file refuses."""

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = _LONGEST_END if size is None or size < 0 else size  # "all" is asked for at the end only
        if wanted > _MAX_DIRECTORY:
            raise too_many()
        data = super().read(wanted)
        if data.count(_ENTRY) > MAX_ITEMS:
            raise too_many()
        if any(extra > _MAX_EXTRA for extra in _extras(data)):
            raise _unusual()
        return data


def _extras(directory: bytes) -> Iterator[int]:
    """How long the extra fields of each entry are; nothing for bytes that are no directory."""
    at = 0
    while directory.startswith(_ENTRY, at) and at + _FIXED <= len(directory):
        name, extra, comment = _LENGTHS.unpack_from(directory, at + 28)
        yield extra
        at += _FIXED + name + extra + comment


def _unusual() -> UnreadableError:
    return UnreadableError("is packed in an unusual way", "zip your work again with the usual settings")


def _member(info: zipfile.ZipInfo) -> _Member:
    name = _name(info).replace("\\", "/")  # some Windows tools part folders so
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or ".." in parts or "\0" in info.orig_filename or re.match("[A-Za-z]:", name):
        # No other path has a backslash left, so a stray can pose as nothing else.
        return _Member(name.replace("/", "\\"), "stray", info)
    return _Member("/".join(parts), "folder" if name.endswith("/") else _kind(info), info)


def _name(info: zipfile.ZipInfo) -> str:
    # Finder writes UTF-8 without saying so, and `zipfile` then takes it for the DOS alphabet.
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _kind(info: zipfile.ZipInfo) -> Kind:
    mode = info.external_attr >> 16 if info.create_system == _MADE_ON_UNIX else 0
    return kind_of_mode(mode) if stat.S_IFMT(mode) else "file"


def _merged(one: Item | None, other: Item) -> Item:
    if one is None:
        return other
    same = one.kind == other.kind and one.kind in ("folder", "stray")
    return Item(one.name, one.kind if same else "repeated", max(one.modified, other.modified))
