"""Writes to the disk so that a power cut, a full disk or a kill at any moment leaves nothing half done.

To wait for the disk is most of the time that a rewritten report takes. Where several files wait at once, the
disk takes them together, in a third of the time.
"""

import ctypes
import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from grader.errors import UsageError

_FOLDER_NOW = -100  # AT_FDCWD: paths are as the process sees them
_EXCHANGE = 2  # RENAME_EXCHANGE
_WAITING = 16  # files for which a disk is waited for at a time
_AGAIN = "then run the same command again: finished grades are kept"
_HINTS = {
    errno.ENOSPC: f"free some space, {_AGAIN}",
    errno.EDQUOT: f"free some space, {_AGAIN}",
    errno.EROFS: "choose a folder that can be written with --out",
    errno.EACCES: "choose a folder that you may write to with --out",
    errno.ENOTDIR: "choose a folder with --out",
    errno.EEXIST: "choose a folder with --out",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns an OSError of the disk into a UsageError that says what to do about `path`."""
    try:
        yield
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, f"make sure that the disk is well, {_AGAIN}")
        raise UsageError(f"{path} could not be written: {error.strerror or error}", hint) from error


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`; readers see the old file or the new one, never a part. UsageError if it fails."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        write(part, [data])
        part.replace(path)
    except OSError as error:
        hint = "check that the folder exists, can be written and has space left, then run the command again"
        raise UsageError(f"{path} could not be written: {error.strerror}", hint) from error
    finally:
        remove(part)  # Ctrl-C in the middle leaves nothing behind


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """A new file, which is on disk when this returns."""
    with path.open("xb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())  # or a power cut could leave the name with no content


def copied(place: Path, new: Path, but: Iterable[str]) -> None:
    """The folder `place` once more, under a second name and without some files."""
    left_out = {*but}
    shutil.copytree(
        place,
        new,
        copy_function=linked,
        ignore=lambda folder, names: left_out & {*names} if Path(folder) == place else (),
    )


def linked(one: str, other: str) -> None:
    """The same file under another name, or a copy where the disk has no links."""
    try:
        os.link(one, other, follow_symlinks=False)
    except OSError:
        shutil.copy2(one, other, follow_symlinks=False)


def sync(path: Path) -> None:
    """Make a file, or the names in a folder, outlast a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all(paths: Iterable[Path]) -> None:
    """The same of many."""
    with ThreadPoolExecutor(_WAITING) as threads:
        for _ in threads.map(sync, paths):
            pass


def remove(path: Path) -> None:
    """Clear away a file or a folder, as far as that is possible."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step; False where the system or its disk cannot."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    done = call(_FOLDER_NOW, os.fsencode(one), _FOLDER_NOW, os.fsencode(other), _EXCHANGE)
    number = ctypes.get_errno()
    if done != 0 and number not in (errno.ENOSYS, errno.EINVAL):
        raise OSError(number, os.strerror(number), str(other))
    return bool(done == 0)
