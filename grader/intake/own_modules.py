"""A student's own modules: Python files beside the lesson's files, whose names stand in these files.

At home they can be imported, so they are read too. A Python file whose name stands in no other file is
neither read nor refused. Student text is searched for names here, and never parsed.
"""

import keyword
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from grader.intake.plaintext import MAX_FILE, doubt, readable
from grader.intake.tree import Item, Tree, UnreadableError, join
from grader.model import Lesson
from grader.naming import meant, shown, uncopied

MAX_MODULES = 20
MAX_TOTAL = 2 << 20  # bytes of all of them
_LONGEST = 60  # characters of a name: it becomes the name of a file, of at most 255 bytes
_KIT = {"conftest", "exercises", "grader", "host", "hypothesis", "pytest", "solutions", "tests", "wire"}
_WORD = re.compile(rb"[A-Za-z0-9_\x80-\xff]+")
_TAKEN = _KIT | sys.stdlib_module_names


@dataclass(slots=True)
class OwnModules:
    """The modules that were taken along by file name, the items they came from, and what to say of others."""

    files: dict[str, bytes] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def collect(
    lesson: Lesson,
    tree: Tree,
    folders: Iterable[tuple[str, Sequence[Item]]],
    files: Mapping[str, bytes],
) -> OwnModules:
    """The Python files in `folders` whose names stand in the lesson's `files`, or in each other."""
    found = _candidates(lesson, folders)
    own = OwnModules()
    if not found:  # as of most: then nobody need look for names
        return own
    words = _words(content for name, content in files.items() if name.endswith(".py"))
    while named := sorted(name for name in found if name.encode() in words):
        before = len(own.files)
        for name in named:
            folder, item = found.pop(name)
            own.items.append(item)
            try:
                own.files[f"{name}.py"] = _content(own, name, tree, join(folder, item.name))
            except UnreadableError as error:
                own.remarks.append(f"{shown(item.name)} {error.what}, so it was left out: {error.do}")
            else:
                own.remarks += _worth_saying(own, name, item)
        words = _words(list(own.files.values())[before:])
    return own


def _words(texts: Iterable[bytes]) -> set[bytes]:
    return {word for text in texts for word in _WORD.findall(text)}


def _content(own: OwnModules, name: str, tree: Tree, path: str) -> bytes:
    """The content of a module; UnreadableError when it has to be left out."""
    if name in _TAKEN:
        raise UnreadableError("has the name of a module of Python or of the kit", "give yours another name")
    if len(own.files) == MAX_MODULES:
        raise UnreadableError(f"is one module more than {MAX_MODULES}", "hand in fewer files of your own")
    content = readable(tree.read(path, MAX_FILE))
    if sum(map(len, own.files.values())) + len(content) > MAX_TOTAL:
        what = f"makes the modules of your own larger than {MAX_TOTAL >> 20} MB"
        raise UnreadableError(what, "hand in your own work only, without data")
    return content


def _worth_saying(own: OwnModules, name: str, item: Item) -> Iterator[str]:
    file = f"{name}.py"
    if item.name != file:
        yield f"{shown(item.name)} was read as {file}; next time hand it in under that name"
    if said := doubt(file, own.files[file]):
        yield said


def _candidates(lesson: Lesson, folders: Iterable[tuple[str, Sequence[Item]]]) -> dict[str, tuple[str, Item]]:
    """Module name → folder and item. Of names that differ in capitals only, which not every disk can hold
    side by side, the one in small letters; of a file and its copies, the file.
    """
    found: dict[str, tuple[str, tuple[str, Item]]] = {}
    for folder, items in folders:
        modules = [(name, item) for item in items if (name := _module(lesson, item))]
        for name, item in sorted(modules, key=lambda pair: (pair[0] != pair[0].lower(), len(pair[1].name))):
            found.setdefault(name.casefold(), (name, (folder, item)))
    return dict(found.values())


def _module(lesson: Lesson, item: Item) -> str:
    """The name by which a file can be imported; empty for what can be no module of a student's own."""
    if item.kind != "file" or not item.name.endswith(".py") or meant(item.name, lesson.files):
        return ""
    name = unicodedata.normalize("NFKC", uncopied(item.name).removesuffix(".py"))
    ours = name.startswith(("test_", "__")) or keyword.iskeyword(name)
    return name if name.isidentifier() and len(name) <= _LONGEST and not ours else ""
