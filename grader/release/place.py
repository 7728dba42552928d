"""The folder that a release is written into, and what of it belongs to others by now.

    DIR/
      .release.json     which lessons, and the digest of every file as it was released
      …

A new folder is made beside DIR and takes its place whole. In an older release, a file that is still as it
was released may be replaced or go; one that somebody has changed or deleted is left so, and named. After a
kill the same command goes on: what it had written by then is known by its digest.
"""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import UsageError
from grader.grading.disk import write_whole

MANIFEST = ".release.json"
_FORMAT = "learning-loop/release/1"
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an earlier release wrote."""

    lessons: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)  # name → digest

    def dumps(self) -> bytes:
        table = {"format": _FORMAT, "lessons": list(self.lessons), "files": dict(self.files)}
        return (json.dumps(table, indent=1, ensure_ascii=False) + "\n").encode()


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, which went, and which were left because somebody changed them."""

    written: int
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def manifest(out: Path) -> Manifest:
    """What the release in `out` wrote; nothing where nothing is. UsageError for what is not ours."""
    path = out / MANIFEST
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        if table["format"] != _FORMAT:
            raise KeyError
        return Manifest(tuple(table["lessons"]), {**table["files"]})
    except FileNotFoundError:
        if os.path.lexists(out) and not _is_empty(out):
            raise UsageError(
                f"{out} is there, and no release is in it", "choose a new folder with --out"
            ) from None
        return Manifest()
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{path} cannot be read", "choose a new folder with --out") from None


def _is_empty(out: Path) -> bool:
    return out.is_dir() and not out.is_symlink() and not any(out.iterdir())


def put(out: Path, lessons: tuple[str, ...], files: Files) -> Written:
    """Write `files` as the release of `lessons`, whole or on top of an older one."""
    old = manifest(out)
    new = Manifest(lessons, {name: digest(content) for name, content in files.items()})
    try:
        return _anew(out, files, new) if not old.files else _over(out, files, old, new)
    except OSError as error:
        raise UsageError(
            f"{error.filename or out} could not be written: {error.strerror}",
            "see that the folder can be written and has space left, then run the same command again",
        ) from None


def digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _anew(out: Path, files: Files, new: Manifest) -> Written:
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        for name, content in {**files, MANIFEST: new.dumps()}.items():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if out.exists():  # an empty folder
            out.rmdir()
        part.replace(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Written(len(files))


def _over(out: Path, files: Files, old: Manifest, new: Manifest) -> Written:
    kept = sorted(name for name in {*old.files, *new.files} if not _is_ours(out, name, old, new))
    due = {name: content for name, content in files.items() if name not in kept}
    gone = sorted(n for n in {*old.files} - {*files} - {*kept} if (out / n).is_file())
    changed = {name: content for name, content in due.items() if _now(out / name) != digest(content)}
    for name, content in changed.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(out / name, content)
    for name in gone:
        (out / name).unlink()
        _remove_empty(out, (out / name).parent)
    # What is kept is known by what was released first: it stays somebody else's until it is that again.
    told = {n: old.files.get(n, d) if n in kept else d for n, d in new.files.items()}
    left = {n: old.files[n] for n in kept if n in old.files and n not in new.files}
    write_whole(out / MANIFEST, Manifest(new.lessons, dict(sorted({**told, **left}.items()))).dumps())
    return Written(len(changed), tuple(gone), tuple(kept))


def _is_ours(out: Path, name: str, old: Manifest, new: Manifest) -> bool:
    """Whether a file is as a release wrote it. What was released and is not there any more was deleted."""
    if any(path.is_symlink() for path in _on_the_way(out, name)):
        return False
    if not os.path.lexists(out / name):
        return name not in old.files or name not in new.files
    return _now(out / name) in (old.files.get(name), new.files.get(name))


def _on_the_way(out: Path, name: str) -> Iterator[Path]:
    path = out / name
    yield from (place for place in (path, *path.parents) if place != out and place.is_relative_to(out))


def _now(path: Path) -> str:
    """The digest of what is there; "" where nothing can be read."""
    with suppress(OSError):
        return digest(path.read_bytes())
    return ""


def _remove_empty(out: Path, folder: Path) -> None:
    while folder != out:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
