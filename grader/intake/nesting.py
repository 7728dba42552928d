"""What lies in nothing but a folder or a zip: people pack their work once more before they hand it in."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from grader.intake.finding import is_zip
from grader.intake.tree import Item, Tree, join, split
from grader.lesson import catalog
from grader.model import Lesson
from grader.naming import meant


def only_folder(tree: Tree, top: str, lesson: Lesson) -> str | None:
    """The only folder in `top`. One with the name of another lesson holds that one's work."""
    folders = [item.name for item in tree.items(top) if item.kind == "folder"]
    if len(folders) != 1 or folders[0] in other_lessons(lesson):
        return None
    return join(top, folders[0])


@cache
def other_lessons(lesson: Lesson) -> frozenset[str]:
    """The names of the other lessons of its kit."""
    return frozenset(catalog.lesson_names(lesson.root)) - {lesson.name}


def only_zip(tree: Tree, top: str, lesson: Lesson) -> str | None:
    """The path of the single zip in `top`, or else in the only folder there."""
    for folder in (top, only_folder(tree, top, lesson)):
        if folder is not None and (zips := [item.name for item in tree.items(folder) if is_zip(item)]):
            return join(folder, zips[0]) if len(zips) == 1 else None
    return None


def whose(folder: str, items: Iterable[Item], lesson: Lesson, others: Iterable[str]) -> str:
    """Which of the `others` a folder's files are of; "" where it is this lesson's, or may be.

    Lessons have files of the same names. Those tell nothing, and the rest tells which one is meant.
    """
    if split(folder)[1] == lesson.name:
        return ""
    names, own = [item.name for item in items], _own_files(lesson.root)
    told = {name for name, files in own.items() if any(meant(item, files) for item in names)}
    return "" if lesson.name in told else next((other for other in others if other in told), "")


@cache
def _own_files(root: Path) -> Mapping[str, frozenset[str]]:
    return catalog.own_files([catalog.load(root, name) for name in catalog.lesson_names(root)])
