"""Runs a command on a release that is being tried. What fails there keeps it from being written."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.errors import KitError

_SECONDS = 600.0
_SHOWN = 3000  # characters, of the end of what a failed command printed


def run(command: Sequence[str], folder: Path, variables: Mapping[str, str], trouble: str) -> None:
    """Run `command` in `folder`. KitError, beginning with `trouble`, if it fails."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=dict(variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=_SECONDS,
    )
    if done.returncode:
        raise KitError(f"{trouble}:\n{done.stdout[-_SHOWN:].strip()}", "nothing was written")
