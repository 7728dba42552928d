"""Disks that are full soon."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small(place: Path, size: str) -> Iterator[Path]:
    """A disk of that size in memory, at a new folder. Skips the test where nobody may mount one."""
    place.mkdir()
    if (
        sys.platform != "linux"
        or os.geteuid() != 0
        or _mount("-t", "tmpfs", "-o", f"size={size}", "none", place)
    ):
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def resize(place: Path, size: str) -> None:
    remount(place, f"size={size}")


def remount(place: Path, how: str) -> None:
    assert _mount("-o", f"remount,{how}", place) == 0


def _mount(*arguments: object) -> int:
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False).returncode
