"""Solutions → stubs. The stub is the solution without the parts that students write, its regions.

A region is a block of lines, or one line:

    # >>> solution                                Y_HAT = -2  # <<< stub: Y_HAT = None  # TODO: a number
    # TODO: the task and its constraint.
    …                                             <!-- >>> solution -->
    return out                                    A sample answer.
    # <<< stub: raise NotImplementedError("…")    <!-- <<< stub: _TODO: your answer_ -->

The stub keeps the comment at the beginning of a block. The text after "stub:" takes the place of all other
lines. In Markdown, markers are HTML comments, and the text after "stub:" may have several lines. Every region
says TODO, in its first comment or in its stub.
"""

import re
from collections.abc import Callable
from pathlib import Path

from grader.errors import KitError
from grader.model import Lesson

_MARKER = re.compile(r">>> *solution|<<< *stub", re.IGNORECASE)


def _region(left: str, right: str, stub: str) -> re.Pattern[str]:
    """The pattern of a region whose markers stand between `left` and `right`."""
    block = (
        rf"{left} (?P<open>>>> solution){right}\n"
        rf"(?P<todo>(?:[ \t]*{left}.*\n)*)"  # the comment that it opens with
        r"(?:.*\n)*?[ \t]*"
    )
    line = r"\S.*?"
    close = rf"{left} (?P<close><<< stub):(?P<stub>{stub}){right}$"
    return re.compile(rf"^(?P<indent>[ \t]*)(?:{block}|{line}){close}", re.MULTILINE)


_REGIONS = {".py": _region("#", "", ".*"), ".md": _region("<!--", r"\s*-->", "(?s:.*?)")}


def make_stub(text: str, filename: str) -> str:
    """The stub of the solution `text`; `filename` tells the language and where errors are.

    KitError names the line of a marker without a partner or of a region without a TODO.
    """
    pattern = _REGIONS.get(Path(filename).suffix)
    if pattern is None:
        known = " or ".join(_REGIONS)
        raise KitError(f"{filename}: no stub can be made of it", f"name a {known} file in lesson.toml")
    regions = list(pattern.finditer(text))
    _check_markers(text, filename, regions)
    _check_todos(text, filename, regions)
    return pattern.sub(_blank, text)


def spans(text: str, filename: str) -> list[tuple[int, int]]:
    """Where the regions of the solution `text` begin and end."""
    return [found.span() for found in _REGIONS[Path(filename).suffix].finditer(text)]


def rewrite(text: str, filename: str, region: Callable[[str, str], str]) -> str:
    """The solution `text` with `region(solution, indent)` in place of each region, below the region's TODO.

    `solution` are whole lines, `indent` is the white space in front of the region.
    """

    def rewritten(found: re.Match[str]) -> str:
        before_close = found[0][: found.start("close") - found.start()]
        if found["open"] is None:  # one line, with its marker at the end
            return region(before_close.rstrip("<!-# ") + "\n", found["indent"])
        body = before_close[found.end("todo") - found.start() : before_close.rindex("\n") + 1]
        return found["todo"] + region(body.lstrip("\n"), found["indent"])

    return _REGIONS[Path(filename).suffix].sub(rewritten, text)


def stubs_for(lesson: Lesson) -> dict[str, str]:
    """The stub of every file a student hands in, by file name; KitError when a solution is missing."""
    return {
        name: _solution(lesson, name)
        if lesson.given(name)
        else make_stub(_solution(lesson, name), _shown(lesson, "solutions", name))
        for name in lesson.files
    }


def _handed_out(lesson: Lesson) -> dict[str, str]:
    """The stubs, and what stands beside them as it is."""
    return stubs_for(lesson) | {name: _solution(lesson, name) for name in lesson.beside}


def drift(lesson: Lesson) -> list[str]:
    """One sentence for each checked-in stub that is not what its solution makes; empty when all are."""
    found = []
    for name, due in _handed_out(lesson).items():
        path = lesson.stubs / name
        where = _shown(lesson, "exercises", name)
        if not path.is_file():
            found.append(f"{where} is missing; run `grader stubs` to make it")
        elif (checked_in := path.read_text(encoding="utf-8")) != due:
            line = _first_difference(checked_in, due)
            found.append(f"{where}:{line} is not what its solution makes; run `grader stubs`")
    return found


def write(lesson: Lesson) -> list[str]:
    """Write every stub of the lesson that has drifted, and return their file names."""
    written = []
    for name, due in _handed_out(lesson).items():
        path = lesson.stubs / name
        if not path.is_file() or path.read_text(encoding="utf-8") != due:
            path.write_text(due, encoding="utf-8", newline="\n")
            written.append(name)
    return written


def _check_markers(text: str, filename: str, regions: list[re.Match[str]]) -> None:
    """A marker that belongs to no region would leave a piece of the solution in the stub."""
    partnered = {region.start(end) for region in regions for end in ("open", "close")}
    for marker in _MARKER.finditer(text):
        if marker.start() not in partnered:
            raise KitError(
                f"{_at(text, filename, marker.start())}: the marker {marker[0]!r} is not part of a region",
                "a block opens with '>>> solution', ends with '<<< stub: …', and holds no other marker",
            )
    if not regions:
        raise KitError(
            f"{filename}: no region is marked, so the stub would be the whole solution",
            "put '>>> solution' and '<<< stub: …' around what the student is to write",
        )


def _check_todos(text: str, filename: str, regions: list[re.Match[str]]) -> None:
    for region in regions:
        if "TODO" not in f"{region['todo']}{region['stub']}":
            raise KitError(
                f"{_at(text, filename, region.start())}: this region has no TODO",
                "say the task and its constraint in the comment that opens it, or after 'stub:'",
            )


def _blank(region: re.Match[str]) -> str:
    return f"{region['todo'] or ''}{region['indent']}{region['stub'].strip()}"


def _solution(lesson: Lesson, name: str) -> str:
    try:
        return (lesson.solutions / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        where = _shown(lesson, "solutions", name)
        raise KitError(f"{where} is missing", "lesson.toml names this file; write its solution") from None


def _shown(lesson: Lesson, tree: str, name: str) -> str:
    return f"{tree}/{lesson.name}/{name}"


def _at(text: str, filename: str, offset: int) -> str:
    return f"{filename}:{text.count(chr(10), 0, offset) + 1}"


def _first_difference(one: str, other: str) -> int:
    """The first line, from 1, in which the texts differ."""
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
    return 1 + (min(one.count("\n"), other.count("\n")) if same is None else same)
