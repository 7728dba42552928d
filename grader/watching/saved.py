"""Which files of the student are there, and when they were saved. Looking costs next to nothing."""

import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

Stamps = Mapping[str, tuple[int, int, int]]  # path → time, size and number on disk

_SUFFIXES = (".py", ".md")
_SETTLED = 0.03  # seconds; editors save in several steps: empty the file, write it, rename it
_PATIENCE = 20  # looks, until a file that never settles is taken as it is


def snapshot(folders: Iterable[Path]) -> Stamps:
    """The lesson's files in these folders; none for a folder that is not there."""
    found: dict[str, tuple[int, int, int]] = {}
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(_SUFFIXES) and not entry.name.startswith("."):
                    with suppress(OSError):  # deleted since
                        status = Path(entry.path).stat()  # on Windows, an entry's own has an old size
                        found[entry.path] = status.st_mtime_ns, status.st_size, status.st_ino
    return found


def settled(folders: Iterable[Path]) -> Stamps:
    """The same, once nothing changes any more."""
    folders = [*folders]
    found = snapshot(folders)
    for _ in range(_PATIENCE):
        time.sleep(_SETTLED)
        earlier, found = found, snapshot(folders)
        if found == earlier:
            break
    return found


def changed(before: Stamps, after: Stamps) -> list[str]:
    """The names of the files that are new, saved or gone."""
    paths = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    return [*dict.fromkeys(Path(path).name for path in paths)]
