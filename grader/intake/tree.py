"""What was handed in, as a tree of names; and folders, read without following anything.

A `Tree` is all that intake knows of a folder or a zip. Paths in it are relative and parted by "/".
Nothing here writes, follows a link, waits for a pipe, or opens what is not a regular file.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, BinaryIO, Literal, Protocol

from grader.errors import UsageError

Kind = Literal["file", "folder", "link", "pipe", "socket", "device", "repeated", "stray"]

MAX_ITEMS = 20_000  # names in one folder, or in one zip

_CHUNK = 64 << 10
_JUNK = re.compile(
    r"\._.*|\.DS_Store|__MACOSX|__pycache__|__init__\.py|Thumbs\.db|desktop\.ini"
    r"|\.(git|github|svn|venv|vscode|idea|ipynb_checkpoints|hypothesis|(pytest|mypy|ruff)_cache)",
    re.DOTALL,
)
_KINDS: Mapping[int, Kind] = {
    stat.S_IFREG: "file",
    stat.S_IFDIR: "folder",
    stat.S_IFLNK: "link",
    stat.S_IFIFO: "pipe",
    stat.S_IFSOCK: "socket",
    stat.S_IFCHR: "device",
    stat.S_IFBLK: "device",
}
_ODD: Mapping[Kind, tuple[str, str]] = {
    "folder": ("is a folder", "hand in the file itself"),
    "link": ("is a link", "hand in the file itself"),
    "pipe": ("is a named pipe, not a file", "hand in the file itself"),
    "socket": ("is a socket, not a file", "hand in the file itself"),
    "device": ("is a device, not a file", "hand in the file itself"),
    "repeated": ("is in the zip more than once", "zip your work again, with each file once"),
    "stray": ("has a name that leads out of the zip", "zip your work again, as one folder"),
}
# Looked up by name: a system without them can still import this, and `Folder` refuses to work there.
_FOLLOW_NOTHING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_OPEN_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _FOLLOW_NOTHING
# O_NONBLOCK: should a file turn into a pipe after it was looked at, opening it still returns at once.
_OPEN_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | _FOLLOW_NOTHING
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}


class UnreadableError(Exception):
    """Something handed in cannot be read: `what` is wrong with it, and what the student can `do`."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(f"{what}: {do}")
        self.what = what
        self.do = do


@dataclass(frozen=True, slots=True)
class Item:
    """One name in a folder. `modified` orders the items of one tree by age and means nothing elsewhere."""

    name: str
    kind: Kind
    modified: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in one folder, by name; what operating systems and editors leave behind is `litter`."""

    items: tuple[Item, ...] = ()
    litter: tuple[Item, ...] = ()


class Tree(Protocol):
    """Named files in folders. Whatever is wrong with one is an `UnreadableError`, never another error."""

    def items(self, folder: str = "") -> tuple[Item, ...]:
        """What lies directly in `folder`, by name, without systems' litter; () if it is no folder."""

    def litter(self, folder: str = "") -> tuple[Item, ...]:
        """What `items` leaves out, by name."""

    def kind(self, path: str) -> Kind | None:
        """What `path` is; None when there is no such name."""

    def read(self, path: str, limit: int) -> bytes:
        """The content of the file at `path`, of at most `limit` bytes."""

    def seekable(self, path: str) -> BinaryIO:
        """The file at `path`, open for reading from any place. The caller closes it."""


class Folder:
    """A folder on disk as a `Tree`."""

    def __init__(self, root: Path) -> None:
        if os.open not in os.supports_dir_fd:
            raise UsageError(
                "submissions cannot be read safely on this system",
                "use Linux or macOS; on Windows, the Windows Subsystem for Linux",
            )
        self._root = root
        self._lists: dict[str, Listing] = {}

    def items(self, folder: str = "") -> tuple[Item, ...]:
        return self._listed(folder).items

    def litter(self, folder: str = "") -> tuple[Item, ...]:
        return self._listed(folder).litter

    def kind(self, path: str) -> Kind | None:
        folder, name = split(path)
        try:
            with self._entered(folder) as fd:
                return _kind(os.stat(name or ".", dir_fd=fd, follow_symlinks=False))
        except OSError as error:
            if error.errno in _NOT_THERE:
                return None
            raise _denied(error) from None

    def read(self, path: str, limit: int) -> bytes:
        with self.seekable(path) as file:
            return read_up_to(file, limit)

    def seekable(self, path: str) -> BinaryIO:
        folder, name = split(path)
        try:
            with self._entered(folder) as fd:
                # Looked at first: merely opening a device can do something.
                _require_file(os.stat(name, dir_fd=fd, follow_symlinks=False))
                file = os.fdopen(os.open(name, _OPEN_FILE, dir_fd=fd), "rb")
        except OSError as error:
            raise _denied(error) from None
        try:
            _require_file(os.fstat(file.fileno()))  # and again: it may have been exchanged in between
        except BaseException:
            file.close()
            raise
        return file

    def _listed(self, folder: str) -> Listing:
        if folder not in self._lists:
            self._lists[folder] = self._list(folder)
        return self._lists[folder]

    def _list(self, folder: str) -> Listing:
        try:
            with self._entered(folder) as fd, os.scandir(fd) as entries:
                found = [_item(entry) for entry in islice(entries, MAX_ITEMS + 1)]
        except OSError as error:
            if error.errno in _NOT_THERE:
                return Listing()
            raise _denied(error) from None
        if len(found) > MAX_ITEMS:
            raise too_many()
        return listing(found)

    @contextmanager
    def _entered(self, folder: str) -> Iterator[int]:
        """A descriptor of `folder`, reached step by step so that no part of the way can be a link."""
        fd = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for part in folder.split("/") if folder else ():
                deeper = os.open(part, _OPEN_FOLDER, dir_fd=fd)
                os.close(fd)
                fd = deeper
            yield fd
        finally:
            os.close(fd)


class Picked:
    """Some files of other trees under names of their own, as if they lay in one folder."""

    def __init__(self, found: Mapping[str, tuple[Tree, str]]) -> None:
        self._found = found  # by name: the tree, and the path in it

    def without(self, *names: str) -> "Picked":
        """The same, but for these names."""
        return Picked({name: place for name, place in self._found.items() if name not in names})

    def beside(self, others: Mapping[str, tuple[Tree, str]]) -> "Picked":
        """The same, and some more."""
        return Picked({**self._found, **others})

    def items(self, folder: str = "") -> tuple[Item, ...]:
        if folder:
            return ()
        return tuple(Item(name, self.kind(name) or "file") for name in sorted(self._found))

    def litter(self, folder: str = "") -> tuple[Item, ...]:
        return ()

    def kind(self, path: str) -> Kind | None:
        if path not in self._found:
            return None
        tree, there = self._found[path]
        return tree.kind(there)

    def read(self, path: str, limit: int) -> bytes:
        tree, there = self._found[path]
        return tree.read(there, limit)

    def seekable(self, path: str) -> BinaryIO:
        tree, there = self._found[path]
        return tree.seekable(there)


def join(*parts: str) -> str:
    """A path in a tree out of parts, of which some may be empty."""
    return "/".join(part for part in parts if part)


def split(path: str) -> tuple[str, str]:
    """The folder of `path`, and its last name."""
    folder, _, name = path.rpartition("/")
    return folder, name


def listing(found: list[Item]) -> Listing:
    """The listing of all that was found in a folder."""
    items, litter = list[Item](), list[Item]()
    for item in sorted(found, key=lambda item: item.name):
        (litter if _JUNK.fullmatch(item.name) else items).append(item)
    return Listing(tuple(items), tuple(litter))


def read_up_to(file: IO[bytes], limit: int) -> bytes:
    """All of `file`, in small pieces; UnreadableError as soon as there is more than `limit` bytes of it."""
    content = bytearray()
    while piece := file.read(_CHUNK):
        content += piece
        if len(content) > limit:
            raise UnreadableError(
                f"is larger than {limit >> 20} MB", "hand in your own work only, without data"
            )
    return bytes(content)


def kind_of_mode(mode: int) -> Kind:
    """The kind that the type bits of a mode stand for."""
    return _KINDS.get(stat.S_IFMT(mode), "device")


def odd(kind: Kind) -> UnreadableError:
    """What to say of an item of this kind where a file is expected."""
    return UnreadableError(*_ODD[kind])


def too_many() -> UnreadableError:
    """What to say of a folder or a zip with more names than anybody needs."""
    return UnreadableError(f"holds more than {MAX_ITEMS:,} files", "hand in the files of the lesson only")


def _item(entry: os.DirEntry[str]) -> Item:
    status = entry.stat(follow_symlinks=False)
    return Item(entry.name, _kind(status), (status.st_mtime_ns,))


def _kind(status: os.stat_result) -> Kind:
    return kind_of_mode(status.st_mode)


def _require_file(status: os.stat_result) -> None:
    kind = _kind(status)
    if kind != "file":
        raise odd(kind)


def _denied(error: OSError) -> UnreadableError:
    reason = (error.strerror or type(error).__name__).lower()
    return UnreadableError(f"cannot be opened ({reason})", "make it readable, or hand it in again")
