"""What of a student's files was handed out complete, and is no longer as it was."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.box.source import outline
from grader.doors.outline import Outline, SourceRow
from grader.model import Lesson

Patches = dict[str, dict[str, str]]  # module → {source text: space-separated names of it}


@dataclass(frozen=True, slots=True)
class Changed:
    """A given function or method that is another one now; it has no line where it is gone."""

    file: str
    name: str
    line: int | None


def changed(lesson: Lesson, outline_of: Callable[[str], Outline]) -> list[Changed]:
    """What differs from what was handed out. An outline is a student's word, and so is this."""
    found: list[Changed] = []
    known = {file: _given(lesson, file) for file in lesson.files if file.endswith(".py")}
    for file, parts in known.items():
        theirs = _wholes(outline_of(file)) if parts else {}
        for name, given in parts.items():
            own = theirs.get(name)
            if own is None or own.name != given.name:
                found.append(Changed(file, name.rpartition(".")[2], own.line if own is not None else None))
    return found


def untouched(lesson: Lesson, files: Mapping[str, bytes]) -> bool:
    """Whether one sees without asking that nothing has changed: all that was given is there, to the letter.

    A given part whose name is defined once more than it was may be another one now, so it does not count.
    """
    return all(
        part in theirs and _definitions(name, theirs) == before
        for file in lesson.files
        if file.endswith(".py")
        for theirs in [files.get(file, b"").replace(b"\r\n", b"\n")]
        for name, part, before in _texts(lesson, file)
    )


def put_back(lesson: Lesson, parts: Collection[Changed]) -> Patches:
    """What makes modules have these parts as they were handed out."""
    patches: Patches = {}
    for file in {part.file for part in parts}:
        names = " ".join(part.name for part in parts if part.file == file)
        patches[Path(file).stem] = {(lesson.handed_out / file).read_text(encoding="utf-8"): names}
    return patches


def advice(lesson: Lesson, parts: Sequence[str], files: Iterable[str]) -> str:
    """What to do about these parts of these files: all were given.

    Only a released repository has copies that a student has not written in, and so can look at.
    """
    was, it, they = ("was", "it", "it") if len(parts) == 1 else ("were", "them", "they")
    places = [(lesson.handed_out / file).relative_to(lesson.root).as_posix() for file in dict.fromkeys(files)]
    said = f"{' and '.join(parts)} {was} given, and you need not touch {it}: put {it} back as"
    if lesson.handed_out == lesson.stubs:
        return f"{said} {they} {was} handed out"
    return f"{said} in {' and '.join(places)}"


def is_given(lesson: Lesson, file: str, name: str) -> bool:
    """Whether a file was handed out with a function or method of this name, complete."""
    return any(name == part.rpartition(".")[2] for part in _given(lesson, file))


def over(patches: Mapping[str, Mapping[str, str]], more: Patches) -> dict[str, Mapping[str, str]]:
    """`patches`, and on top of them `more`."""
    both = {name: {**patches.get(name, {}), **texts} for name, texts in more.items()}
    return {**patches, **both}


@cache
def _given(lesson: Lesson, file: str) -> Mapping[str, SourceRow]:
    """What stands complete in a file as it was handed out, by its name."""
    own = {name for e in lesson.exercises if e.file == file and not e.given for name in e.defines}
    try:
        found = _wholes(Outline.of(outline((lesson.handed_out / file).read_bytes())))
    except (OSError, SyntaxError, ValueError):
        return {}
    return {name: row for name, row in found.items() if name.rpartition(".")[2] not in own}


@cache
def _texts(lesson: Lesson, file: str) -> Sequence[tuple[bytes, bytes, int]]:
    """The name of each given part, its lines, and how often its file defines something of that name."""
    given = _given(lesson, file)
    if not given:
        return ()
    whole = (lesson.handed_out / file).read_bytes()
    lines = whole.splitlines(keepends=True)
    names = {key: key.rpartition(".")[2].encode() for key in given}
    return [
        (names[key], b"".join(lines[row.line - 1 : row.end]), _definitions(names[key], whole))
        for key, row in given.items()
    ]


def _definitions(name: bytes, text: bytes) -> int:
    return text.count(b"def " + name) + text.count(name + b" =")


def _wholes(of: Outline) -> dict[str, SourceRow]:
    """Functions and methods by name; of two with one name the last counts."""
    return {row.name.partition(" ")[2]: row for row in of.rows if row.kind == "whole"}
