"""A file that was not there before: written whole or not at all, and never over another one."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from grader.errors import UsageError


def require_free(path: Path, option: str) -> None:
    """UsageError when something is there already."""
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already", f"move it, or name another file with {option}")


@contextmanager
def written(path: Path, option: str) -> Iterator[BinaryIO]:
    """A file to write into, which has its name once it is complete. UsageError when that cannot be."""
    require_free(path, option)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _name(part, path)
    except FileExistsError:
        require_free(path, option)
        raise
    except OSError as error:
        hint = f"make sure that its folder is there and has space, or name another file with {option}"
        raise UsageError(f"{path} could not be written: {error.strerror}", hint) from None
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # unlike a rename, it never takes the place of a file
    except FileExistsError:
        raise
    except OSError:  # a disk without such links
        part.rename(path)
