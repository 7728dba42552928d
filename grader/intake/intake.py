"""One submission → `Submission`: the lesson's files and the modules that they import, read once and safely.

Nothing is written, followed or run. Student text is decoded only to find out whether it can be decoded. If a
file cannot be read, only that file is lost. A submission of which no file can be read has no points.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from grader.errors import SubmissionError, UngradedError, UsageError
from grader.intake import archive, notebook_intake, own_modules
from grader.intake.entries import Entry
from grader.intake.finding import find, homes, is_notebook, is_zip, source
from grader.intake.nesting import only_folder, only_zip, other_lessons, whose
from grader.intake.plaintext import MAX_FILE, doubt, readable
from grader.intake.tree import Item, Picked, Tree, UnreadableError, join, odd, split
from grader.model import Lesson, Submission
from grader.naming import closest, meant, report_folder_name, shown

__all__ = ["MAX_FILE", "Entry", "find", "read", "report_folder_name"]

_ZIPS_IN_ZIPS = 4  # opened to look for the lesson's files
_DEEPEST = 8  # folders and zips, each the only one in the one before
_NAMED = 3  # how many names one sentence lists


@dataclass(frozen=True, slots=True)
class _Home:
    """A folder that holds files of the lesson: under their own names, or under names that mean them."""

    path: str
    items: tuple[Item, ...]
    candidates: Mapping[str, Sequence[Item]]  # file of the lesson -> what may be it


def read(entry: Entry, lesson: Lesson) -> Submission:
    """The submission of `entry`; SubmissionError, saying why and what to do, if none of it can be read."""
    with ExitStack() as stack:
        try:
            entry, tree, top, places = _searched(stack, entry, lesson)
            own = [place for place in places if not whose(place.path, place.items, lesson, entry.others)]
            if not own and (path := _notebook(tree, top, lesson, entry.others)):
                return _from_notebook(entry, lesson, tree, path)
            if places and not own:
                other = whose(places[0].path, places[0].items, lesson, entry.others)
                what = f"nothing of this lesson is in it, only files of {other}"
                raise SubmissionError(what, f"put those of this lesson into a folder {lesson.name}")
            return _from_files(entry, lesson, tree, top, own)
        except UnreadableError as error:
            raise SubmissionError(f"it {error.what}", error.do) from None
        except UsageError as error:  # it was there when the students were looked for
            raise UngradedError(error.message, error.hint) from None


def _from_files(entry: Entry, lesson: Lesson, tree: Tree, top: str, places: Sequence[_Home]) -> Submission:
    files: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    for name in lesson.files:
        try:
            files[name] = readable(tree.read(_path(name, places), MAX_FILE))
        except UnreadableError as error:
            problems[name] = f"{name} {error}"
    if not files:
        raise _nothing(lesson, places, problems, tree.items(top))
    own = own_modules.collect(lesson, tree, [(place.path, place.items) for place in places], files)
    doubts = (doubt(name, content) for name, content in files.items())
    said = _remarks(lesson, places, tree.items(top), own.items)
    remarks = (*entry.remarks, *said, *filter(None, doubts), *own.remarks)
    return _whole(entry, files | own.files, problems, remarks)


def _whole(
    entry: Entry, files: Mapping[str, bytes], problems: Mapping[str, str], remarks: Iterable[str]
) -> Submission:
    return Submission(entry.student, files, _digest(files, problems), problems, tuple(dict.fromkeys(remarks)))


def _from_notebook(entry: Entry, lesson: Lesson, tree: Tree, path: str) -> Submission:
    work = notebook_intake.read(lesson, tree.read(path, notebook_intake.MAX_NOTEBOOK))
    files: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    for name, content in work.files.items():
        try:
            files[name] = readable(content)
        except UnreadableError as error:
            problems[name] = f"{name}, made of the cells of the notebook, {error}"
    folder, _ = split(path)
    own = own_modules.collect(lesson, tree, [(folder, tree.items(folder))], files)
    return _whole(entry, files | own.files, problems, (*entry.remarks, *work.remarks, *own.remarks))


def _digest(files: Mapping[str, bytes], problems: Mapping[str, str]) -> str:
    """A digest that depends only on names and contents, not on the packing.

    Lengths mark where each part ends.
    """
    total = hashlib.sha256()
    texts = {name: text.encode() for name, text in problems.items()}
    for kind, parts in (("file", files), ("problem", texts)):
        for name in sorted(parts):
            total.update(f"{kind}\0{name}\0{len(parts[name])}\0".encode())
            total.update(parts[name])
    return f"sha256:{total.hexdigest()}"


# --- where the files are -----------------------------------------------------------------------


def _searched(stack: ExitStack, entry: Entry, lesson: Lesson) -> tuple[Entry, Tree, str, list[_Home]]:
    """The tree and folder that hold the submission, and the places in it; opens zips to find some."""
    tree, top = _opened(stack, entry)
    places = _places(tree, top, lesson)
    zips = [name for name, _ in entry.files if is_zip(Item(name, "file"))]
    if isinstance(tree, Picked) and places and zips:
        entry, tree = _newest_of_each(stack, entry, tree, zips[-1], lesson)
        return entry, tree, top, _places(tree, top, lesson)
    return entry, *_descended(stack, tree, top, lesson)


def _descended(stack: ExitStack, tree: Tree, top: str, lesson: Lesson) -> tuple[Tree, str, list[_Home]]:
    """Where the lesson's files are, at `top` or in whatever is the only folder or zip there, and so on."""
    zips = _ZIPS_IN_ZIPS
    for _ in range(_DEEPEST):
        if places := _places(tree, top, lesson):
            return tree, top, places
        if zips and (inner := only_zip(tree, top, lesson)) is not None:
            zips -= 1
            tree, top = stack.enter_context(archive.opened(tree, inner)), ""
        elif (only := only_folder(tree, top, lesson)) is not None and not _notebook(tree, top, lesson):
            top = only
        else:
            break
    return tree, top, _places(tree, top, lesson)


def _newest_of_each(
    stack: ExitStack, entry: Entry, loose: Picked, packed: str, lesson: Lesson
) -> tuple[Entry, Picked]:
    """Loose files and a zip, uploaded one after another: of each file the newest copy counts."""
    try:
        inside, _, places = _descended(stack, stack.enter_context(archive.opened(loose, packed)), "", lesson)
    except UnreadableError as error:
        return _leaving(entry, f"{shown(packed)} {error.what}; it was left out"), loose.without(packed)
    order = [name for name, _ in entry.files]
    newer, remarks = {}, []
    for name in lesson.files:
        copies = [known for known in order if meant(known, lesson.files) == name]
        found = next((p for p in places if len(p.candidates.get(name, ())) == 1), None)
        if found and not any(order.index(copy) > order.index(packed) for copy in copies):
            newer[name] = inside, join(found.path, found.candidates[name][0].name)
            remarks += [f"an older copy was left out: {shown(copy)}" for copy in copies]
            loose = loose.without(*copies)
    if not newer:
        remarks.append(f"{shown(packed)} was left out, because the files that count lie beside it")
    return _leaving(entry, *remarks), loose.without(packed).beside(newer)


def _leaving(entry: Entry, *remarks: str) -> Entry:
    return replace(entry, remarks=(*entry.remarks, *remarks))


def _opened(stack: ExitStack, entry: Entry) -> tuple[Tree, str]:
    """The tree that holds the submission, and the folder in it where it begins."""
    tree = stack.enter_context(source(entry.source))
    if entry.files:
        return Picked({name: (tree, path) for name, path in entry.files}), ""
    kind = tree.kind(entry.inside)
    if kind == "folder":
        return tree, entry.inside
    if kind and is_notebook(Item(entry.inside, kind)):
        return Picked({entry.inside.rpartition("/")[2]: (tree, entry.inside)}), ""
    if kind and is_zip(Item(entry.inside, kind)):
        return stack.enter_context(archive.opened(tree, entry.inside)), ""
    what = odd(kind).what if kind and kind != "file" else "is neither a folder nor a zip"
    raise UnreadableError(what, "hand in a folder or a zip with the files of the lesson")


def _places(tree: Tree, top: str, lesson: Lesson) -> list[_Home]:
    """The folders with files of the lesson, the fullest first."""
    only = only_folder(tree, top, lesson)
    for start in (top,) if only is None else (top, only):
        places = [_home(tree, join(start, home), lesson) for home in homes(lesson)]
        if found := [place for place in places if place.candidates]:
            return sorted(found, key=lambda place: -len(place.candidates))
    return []


def _home(tree: Tree, path: str, lesson: Lesson) -> _Home:
    items, wanted = tree.items(path), lesson.files
    exact = {item.name: [item] for item in items if item.name in wanted}
    likely: dict[str, list[Item]] = {}
    for item in items:
        if name := meant(item.name, wanted):
            likely.setdefault(name, []).append(item)
    return _Home(path, items, likely | exact)


def _notebook(tree: Tree, top: str, lesson: Lesson, others: Sequence[str] = ()) -> str | None:
    """The path of the lesson's notebook; UnreadableError when there are several that could be it."""
    only = only_folder(tree, top, lesson)
    for start in (top,) if only is None else (top, only):
        for home in homes(lesson):
            folder = join(start, home)
            found = [item for item in tree.items(folder) if is_notebook(item)]
            found = [item for item in found if item.name.removesuffix(".ipynb") not in others]
            named = [item for item in found if item.name == f"{lesson.name}.ipynb"] or found
            if len(named) > 1:
                what = f"holds {_names(named)}, and none of them is {lesson.name}.ipynb"
                raise UnreadableError(what, "hand in the one that counts")
            if named:
                return join(folder, named[0].name)
    return None


# --- one file ----------------------------------------------------------------------------------


def _path(name: str, places: Sequence[_Home]) -> str:
    """Where the file is; UnreadableError when it is missing, or could be several."""
    for place in places:
        match place.candidates.get(name, ()):
            case [item]:
                return join(place.path, item.name)
            case [_, _, *_] as several:
                raise UnreadableError(
                    f"is missing, and {_names(several)} could each be it", f"hand in one, as {name}"
                )
    raise _missing(name, places)


def _missing(name: str, places: Sequence[_Home]) -> UnreadableError:
    taken = {item.name for place in places for found in place.candidates.values() for item in found}
    others = [item.name for place in places for item in place.items if item.name not in taken]
    if (similar := closest(name, others)) is not None:
        return UnreadableError(f"is missing, but there is {shown(similar)}", f"hand that in as {name}")
    beside = next((file for place in places for file in place.candidates), "")
    return UnreadableError("is missing", f"hand it in next to {beside}" if beside else "hand it in")


# --- what to say -------------------------------------------------------------------------------


def _nothing(
    lesson: Lesson, places: Sequence[_Home], problems: Mapping[str, str], top: Sequence[Item]
) -> SubmissionError:
    found = {name for place in places for name in place.candidates}
    if found:
        reasons = "; ".join(problems[name] for name in problems if name in found)
        return SubmissionError(f"no file of the lesson in it can be read: {reasons}", "then hand it in again")
    hint = f"hand in a folder or a zip with {_listed(problems)} at its top"
    if not top:
        return SubmissionError("there is nothing in it", hint)
    if any(item.name in other_lessons(lesson) for item in top):
        return SubmissionError(f"nothing of this lesson is in it, only {_names(top)}", f"add {lesson.name}")
    return SubmissionError(f"there is none of {_listed(problems)} in it, only {_names(top)}", hint)


def _remarks(
    lesson: Lesson, places: Sequence[_Home], top: Sequence[Item], own: Sequence[Item]
) -> Iterator[str]:
    for name in lesson.files:
        having = [place for place in places if len(place.candidates.get(name, ())) == 1]
        if having and (item := having[0].candidates[name][0]).name != name:
            yield f"{shown(item.name)} was read as {name}; next time hand it in under that name"
        if len(having) > 1:
            where = shown(having[0].path) if having[0].path else "the top folder"
            yield f"there is more than one {name}; the one in {where} was read"
    taken = set(own)
    for item in dict.fromkeys([*top, *(item for place in places for item in place.items)]):
        if item.kind not in ("file", "folder") and item.name not in lesson.files:
            yield f"{shown(item.name)} {odd(item.kind).what}; it was left out"
    if zips := [item for place in places for item in place.items if is_zip(item)]:
        yield f"not opened, because files of the lesson lie beside it: {_names(zips)}"
    if extra := [item for item in _extra(places) if item not in taken]:
        yield f"not read, because the lesson does not ask for it: {_names(extra)}"


def _extra(places: Sequence[_Home]) -> list[Item]:
    """Code beside the lesson's files that is not read as one of them."""
    read_as = {found[0] for place in places for found in place.candidates.values() if len(found) == 1}
    others = (item for place in places for item in place.items if item.kind == "file" and item not in read_as)
    return [item for item in others if item.name.endswith((".py", ".ipynb"))]


def _names(items: Sequence[Item]) -> str:
    named = [shown(item.name) for item in items[:_NAMED]]
    more = [f"{len(items) - _NAMED} more"] if len(items) > _NAMED else []
    return _listed([*named, *more])


def _listed(names: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
