"""Who handed in what: finds every student's submission in a folder, a zip or a bulk download.

Each layout is one function from a tree to entries, in `_LAYOUTS`; the first that finds any wins.
"""

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from grader.errors import UsageError
from grader.intake import archive, lms
from grader.intake.entries import Entry, told_apart
from grader.intake.lms import Claim
from grader.intake.tree import Folder, Item, Tree, UnreadableError, join
from grader.lesson import catalog
from grader.model import Lesson, Student
from grader.naming import encodable, meant, shown
from grader.text import one_line


@dataclass(frozen=True, slots=True)
class _Search:
    """One folder in which students are looked for."""

    path: Path
    tree: Tree
    lesson: Lesson
    top: str = ""

    def items(self) -> tuple[Item, ...]:
        """Items that may be a student's. A folder with work is one, even if it is named like litter."""
        named_as_litter = (item for item in self.tree.litter(self.top) if item.kind == "folder")
        return (*self.tree.items(self.top), *(item for item in named_as_litter if _has_work(self, item.name)))


def find(path: Path, lesson: Lesson) -> list[Entry]:
    """Every submission at `path`, by student name: always the same ones in the same order.

    `path` holds a folder or zip per student, is the bulk download of an LMS, or is one submission itself.
    UsageError if it is none of these.
    """
    path = Path(os.path.realpath(path))
    if is_notebook(Item(path.name, "file")) and path.is_file():
        name = encodable(path.stem)
        return [Entry(Student(name, name), path.parent, path.name)]
    try:
        with source(path) as tree:
            search = _Search(path, tree, lesson)
            entries = next((found for layout in _LAYOUTS if (found := layout(search))), [])
    except UnreadableError as error:
        raise UsageError(f"{path} {error.what}", "name a folder or a zip of submissions") from None
    if not entries:
        raise UsageError(
            f"there is no submission in {path}",
            "it should hold the lesson's files, or a folder or a zip for each student",
        )
    return told_apart(entries)


@contextmanager
def source(path: Path) -> Iterator[Tree]:
    """What `path` holds, as a tree; UsageError if nothing is there, UnreadableError if it is neither."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        raise UsageError(
            f"{path}: {error.strerror}", "name the folder or the zip of the submissions"
        ) from None
    if is_folder:
        yield Folder(path)
    else:
        with archive.opened(Folder(path.parent), path.name) as tree:
            yield tree


def homes(lesson: Lesson) -> tuple[str, ...]:
    """The folders of a submission in which the lesson's files may lie."""
    return "", lesson.name, f"exercises/{lesson.name}"


def is_zip(item: Item) -> bool:
    """Does the item call itself a zip?"""
    return item.kind == "file" and item.name.lower().endswith(".zip")


def is_notebook(item: Item) -> bool:
    """Does the item call itself a Jupyter notebook?"""
    return item.kind == "file" and item.name.lower().endswith(".ipynb")


# --- layouts -----------------------------------------------------------------------------------


def _one_submission(search: _Search) -> list[Entry]:
    """The lesson's files lie right here: in the lesson's own places, or in the only folder of a zip."""
    only = _only_item(search)
    in_folder = only is not None and only.kind == "folder" and _holds_lesson(search, only.name)
    here = _holds_lesson(search, "") and not _is_a_class(search)
    if here or in_folder or (only is not None and is_zip(only)):
        name = encodable(search.path.stem if search.path.is_file() else search.path.name)
        return [Entry(Student(name, name), search.path)]
    return []


def _is_a_class(search: _Search) -> bool:
    """Whether several submissions lie beside a folder that only has the name of the lesson, or of its file.

    UsageError where a stray file among them would make one submission of them all.
    """
    wanted = _wanted(search.lesson)
    stray = [item.name for item in search.items() if item.kind == "file" and meant(item.name, wanted)]
    # Other lessons have files of the same names.
    ours = {*homes(search.lesson), *catalog.lesson_names(search.lesson.root)}
    folders = (item for item in search.items() if is_zip(item) or item.name not in ours)
    others = [item.name for item in folders if is_zip(item) or _is_folder_of(search, item, wanted)]
    if stray and len(others) > 1:
        beside = f"{one_line(others[0])} and {len(others) - 1} more that look like submissions"
        raise UsageError(
            f"{one_line(stray[0])} lies in {search.path} beside {beside}",
            "move it into a folder with the name of the student whose it is",
        )
    return len(others) > 1


def _is_folder_of(search: _Search, item: Item, wanted: tuple[str, ...]) -> bool:
    if item.kind != "folder":
        return False
    return any(meant(inner.name, wanted) for inner in search.tree.items(item.name))


def _only_item(search: _Search) -> Item | None:
    """The single thing in a zip, unless an LMS says whose it is."""
    match search.items():
        case [item] if search.path.is_file() and not _claims(item, {}):
            return item
        case _:
            return None


def _wanted(lesson: Lesson) -> tuple[str, ...]:
    """What a submission may consist of: the lesson's files, or its notebook."""
    return (*lesson.files, f"{lesson.name}.ipynb")


def _holds_lesson(search: _Search, top: str) -> bool:
    folders = (search.tree.items(join(top, home)) for home in homes(search.lesson))
    wanted = _wanted(search.lesson)
    return any(meant(item.name, wanted) for items in folders for item in items)


def _class(search: _Search) -> list[Entry]:
    """Every item belongs to a student: by an LMS's word where it says so, else by the item's name."""
    search = replace(search, top=_top(search))
    listed = {**lms.gradescope(search.tree, search.top), **lms.blackboard(search.tree, search.top)}
    claimed: dict[str, list[tuple[Claim, Item]]] = {}
    plain: list[Entry] = []
    for item in search.items():
        claims = _claims(item, listed)
        for claim in claims:
            claimed.setdefault(claim.student.id, []).append((claim, item))
        if not claims and _is_handed_in(item):
            plain.append(_plain_entry(search, item))
    return [*plain, *(_claimed_entry(search, found) for found in claimed.values())]


def _top(search: _Search) -> str:
    """The folder that holds the students: what has but one folder in it is only a cover around that."""
    top = ""
    for _ in range(_COVERS):
        match search.tree.items(top):
            case [Item(kind="folder") as item] if _covers(search, item, join(top, item.name)):
                top = join(top, item.name)
            case _:
                break
    return top


def _covers(search: _Search, item: Item, path: str) -> bool:
    """Is this only folder no student's own? In a folder of the instructor's, a system's names must say so."""
    if lms.EXPORT_FOLDER.fullmatch(item.name) or lms.holds_claims(search.tree, path):
        return True
    return search.path.is_file() and not _claims(item, {}) and not _holds_lesson(search, path)


_LAYOUTS: tuple[Callable[[_Search], list[Entry]], ...] = (_one_submission, _class)


# --- entries -----------------------------------------------------------------------------------

_COVERS = 6  # folders around a class, each the only thing in the one before

# Files beside the students' folders are the instructor's own, unless they look like work handed in wrongly.
_HANDED_IN = re.compile(r".+\.(zip|rar|7z|tar|gz|tgz|bz2|xz|py|ipynb)", re.IGNORECASE | re.DOTALL)


def _is_handed_in(item: Item) -> bool:
    return item.kind != "file" or _HANDED_IN.fullmatch(item.name) is not None


def _has_work(search: _Search, folder: str) -> bool:
    """Whether there is in `folder` what students hand in, other than the old versions that Jupyter keeps."""
    inside = join(search.top, folder)
    try:
        files = [item.name for item in search.tree.items(inside) if item.kind == "file"]
        handed_in = any(_HANDED_IN.fullmatch(name) and "-checkpoint." not in name for name in files)
        return handed_in or _holds_lesson(search, inside)
    except UnreadableError:  # it gets its own verdict, and the others get theirs
        return True


def _claims(item: Item, listed: Mapping[str, list[Claim]]) -> list[Claim]:
    if item.name in listed:
        return listed[item.name]
    claim = lms.canvas(item) or lms.moodle(item) or lms.d2l(item)
    return [claim] if claim else []


def _plain_entry(search: _Search, item: Item) -> Entry:
    packed = is_zip(item) or is_notebook(item)
    name = encodable(item.name.rpartition(".")[0] if packed else item.name)
    return Entry(Student(name, name), search.path, join(search.top, item.name))


def _claimed_entry(search: _Search, claimed: list[tuple[Claim, Item]]) -> Entry:
    """One student's entry out of all that an LMS says is theirs, the latest attempt of it."""
    found = [(claim, item) for claim, item in claimed if not claim.typed] or claimed
    attempt = max(claim.attempt for claim, _ in found)
    empty = [item.name for claim, item in claimed if claim.attempt > attempt]
    older = [item.name for claim, item in found if claim.attempt < attempt]
    # Of a zip and a file of one moment, the file counts as the newer: it was picked out by hand.
    found = sorted(
        (pair for pair in found if pair[0].attempt == attempt), key=lambda p: (p[0].age, not is_zip(p[1]))
    )
    whole = [(claim, item) for claim, item in found if not claim.file]
    if whole:
        latest, item = whole[-1]
        older += [other.name for _, other in whole[:-1]]
        entry = Entry(latest.student, search.path, join(search.top, item.name))
    else:
        latest, _ = found[-1]
        files, others = _loose_files(search, found)
        older += others
        entry = Entry(latest.student, search.path, files=files)
    aside = [f"an older attempt was left out: {shown(name)}" for name in older]
    aside += [f"a later attempt was left out, as there is no file in it: {shown(name)}" for name in empty]
    return replace(entry, remarks=(*latest.remarks, *aside), arrival=latest.arrival)


def _loose_files(
    search: _Search, found: Sequence[tuple[Claim, Item]]
) -> tuple[tuple[tuple[str, str], ...], list[str]]:
    """The newest of each file, as (name, path), and the names of older ones; both are oldest first."""
    newest: dict[str, tuple[str, Item]] = {}
    older = []
    for claim, item in found:
        name = _unnumbered(claim.file, search.lesson)
        key = "*.zip" if is_zip(item) else name
        if key in newest:
            older.append(newest.pop(key)[1].name)
        newest[key] = name, item
    return tuple((name, join(search.top, item.name)) for name, item in newest.values()), older


def _unnumbered(name: str, lesson: Lesson) -> str:
    """`engine-1.py` is what Canvas makes of an engine.py that is handed in again."""
    original = re.sub(r"-[0-9]+(?=\.[^.]+\Z)", "", name)
    return original if original in lesson.files and name not in lesson.files else name
