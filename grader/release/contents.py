"""What stands in the repository that students receive: a name and bytes for each file. Writes nothing."""

import json
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from grader.errors import KitError
from grader.lesson import catalog, stubs
from grader.model import Lesson
from grader.release.needed import Sources, needed
from grader.release.recordings import recordings

TEMPLATES = Path(__file__).parent / "student"
_PLACES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "feedback.yml": ".github/workflows/feedback.yml",
    "feedback.sh": ".github/feedback.sh",
}
_HANDED_OUT = (".py", ".md", ".toml", ".svg", ".png", ".jpg")
_LEADER = re.compile(r"<!-- files: *leader *-->.*?<!-- notebook: *-->\n?", re.DOTALL)
# Parts of a page of ours that may be about one lesson only: a row of a table, or an item of a list with the
# lines that belong to it.
_PART = re.compile(r"^\|.*\n|^(?:- |\d+\. ).*\n(?:[ \t]+\S.*\n)*", re.MULTILINE)


def contents(lessons: Sequence[Lesson]) -> Sources:
    """All files of the repository, in order. KitError when the kit's own stubs are not as they should be."""
    root = lessons[0].root
    absent = set(catalog.lesson_names(root)) - {lesson.name for lesson in lessons}
    made = {name: text for lesson in lessons for name, text in recordings(lesson).items()}
    found = {**needed(lessons, made), **made, **dict(_exercises(lessons)), **dict(_own(lessons))}
    readme = root / "exercises" / "README.md"
    if readme.is_file():
        found["exercises/README.md"] = about(readme.read_text(encoding="utf-8"), absent).encode()
    return dict(sorted(found.items()))


def about(page: str, absent: Collection[str]) -> str:
    """`page` without the rows and items that name a lesson which is not there."""
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, absent))})\b") if absent else None
    return page if words is None else _PART.sub(lambda part: "" if words.search(part[0]) else part[0], page)


# --- exercises -------------------------------------------------------------------------------------


def _exercises(lessons: Iterable[Lesson]) -> Iterator[tuple[str, bytes]]:
    for lesson in lessons:
        if drifted := stubs.drift(lesson):
            raise KitError(f"this is not handed out: {drifted[0]}", "`grader stubs` makes the stubs")
        for path in sorted(lesson.stubs.rglob("*")):
            if path.suffix in _HANDED_OUT and path.is_file():
                name = f"exercises/{lesson.name}/{path.relative_to(lesson.stubs).as_posix()}"
                yield name, _for_learners(path)
        for file in (file for file in lesson.files if file.endswith(".py")):  # to see what was changed of it
            yield f"tests/{lesson.name}/handed_out/{file}", (lesson.stubs / file).read_bytes()


def _for_learners(path: Path) -> bytes:
    """A file of a lesson, without what is for whoever leads the session."""
    if path.suffix != ".md":
        return path.read_bytes()
    return _LEADER.sub("", path.read_text(encoding="utf-8")).encode()


# --- the repository's own files ----------------------------------------------------------------------


def _own(lessons: Sequence[Lesson]) -> Iterator[tuple[str, bytes]]:
    listed = "\n".join(f"- [{e.title}](exercises/{e.name}/lesson.md)" for e in lessons)
    for template, place in _PLACES.items():
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        yield place, text.replace("{lessons}", listed).encode()
    project = _project(lessons[0].root)
    yield "pyproject.toml", _pyproject(project, lessons).encode()
    wanted = project["project"]["dependencies"]
    yield "constraints.txt", _pins(lessons[0].root / "constraints.txt", wanted).encode()


def _project(root: Path) -> Mapping[str, Any]:
    """The kit's own pyproject.toml."""
    path = root / "pyproject.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        trouble = f"{path} cannot be read: {error.strerror}"
        raise KitError(trouble, "name the folder of a whole kit with --kit") from None


def _pyproject(kit: Mapping[str, Any], lessons: Sequence[Lesson]) -> str:
    """The repository's pyproject.toml: the kit's, as far as students need it."""
    own = kit["project"]
    settings = {
        **kit["tool"]["pytest"]["ini_options"],
        "testpaths": [f"tests/{lesson.name}" for lesson in lessons],
    }
    settings.pop("markers", None)  # of the kit's own tests
    text = (TEMPLATES / "pyproject").read_text(encoding="utf-8")
    for key in ("version", "requires-python", "dependencies"):
        text = text.replace(f"{{{key}}}", _toml(own[key]))
    return text.replace("{pytest}", "\n".join(f"{key} = {_toml(value)}" for key, value in settings.items()))


def _toml(value: Any) -> str:
    """A text, a number or a list of these: as TOML they look as they do in JSON."""
    return json.dumps(value, ensure_ascii=False)


def _pins(path: Path, wanted: Iterable[str]) -> str:
    """The kit's pins of what students install; none where the kit has no pins."""
    known = dependencies(wanted)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    pinned = [line for line in lines if canonicalize_name(line.partition("==")[0].strip()) in known]
    return "# The versions that the checks are tested with.\n" + "".join(f"{line}\n" for line in pinned)


def dependencies(wanted: Iterable[str]) -> set[str]:
    """What is installed along with these packages, on whatever system, by name."""
    found, waiting = set[str](), [Requirement(each) for each in wanted]
    while waiting:
        each = waiting.pop()
        name = canonicalize_name(each.name)
        if name not in found and not (each.marker and "extra" in str(each.marker)):
            found.add(name)
            waiting += [Requirement(line) for line in _requires(name)]
    return found


def _requires(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # of another system, such as colorama
        return []
