"""Whatever is handed in, or answered by a box: a result or a reason, and nothing in a table hurts.

Cases are made with the structure of what they pose as, so they come past the first look. Each is bytes, so
that one that fails can be kept (see `tests.fuzzing`).
"""

import io
import json
import struct
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import strategies as st

from grader import text
from grader.box import wire
from grader.box.remote import Conversation, RemoteObject
from grader.checking.compare import close, described
from grader.doors.outline import Outline
from grader.errors import SubmissionError, UsageError
from grader.grading import marking
from grader.grading.markbook import Markbook
from grader.intake import intake, notebook_intake
from grader.student import Stopped, StudentError
from tests import fuzzing
from tests.fuzzing import Target
from tests.grader.gradebooks import graded
from tests.grader.handins import LESSON, lay, zipped
from tests.grader.intake.test_intake import survive as survive_intake
from tests.grader.notebooks import released
from tests.grader.spreadsheets import formulas

ANY = st.text(max_size=8)
PLACES = ["", "first_loop/", "exercises/first_loop/", "ada/", "__pycache__/", "../", "/", "./", "a\\\\"]
FILES = [
    *LESSON.files,
    "first_loop.ipynb",
    "Engine.py",
    "engine (1).py",
    "engine.py.txt",
    "x.zip",
    "notes",
    "",
]

# --- what a box may answer -----------------------------------------------------------------------

_PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | ANY
    | st.sampled_from([2**1_999, 2**2_001, -1, 2**53, "x" * 100_001, "\ud800", 1e308, "\x1b]0;x\x07"])
)
_TAGS = st.sampled_from(["l", "t", "d", "f", "h", "", "x", 7, None])
_FORMS = st.recursive(
    _PLAIN | st.just(["h", 1]) | st.sampled_from(["nan", "inf", "-inf"]).map(lambda name: ["f", name]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=9).map(lambda items: ["l", *items]),
        st.lists(inner, max_size=9).map(lambda items: ["t", *items]),
        st.lists(st.lists(inner, min_size=2, max_size=2), max_size=4).map(lambda pairs: ["d", *pairs]),
        st.tuples(_TAGS, st.lists(inner, max_size=4)).map(lambda pair: [pair[0], *pair[1]]),
        st.dictionaries(ANY, inner, max_size=2),
    ),
    max_leaves=12,
)
_KINDS = st.sampled_from(["ok", "raised", "ready", "callback", "", None])
_LINES = st.lists(st.tuples(ANY, st.integers(-1, 10**8), ANY).map(list) | _FORMS, max_size=3)
_NAMES = st.lists(st.sampled_from(["KeyError", "SystemExit", "UnicodeDecodeError", "E"]) | ANY, max_size=3)
_RAISED = st.tuples(ANY, st.just("raised"), _NAMES | _FORMS, ANY | _FORMS, _LINES | _FORMS).map(list)
_FRAMES = st.tuples(ANY, st.just("ok"), _FORMS).map(list) | _RAISED | st.lists(_KINDS | _FORMS, max_size=5)


def _line(frame: Any) -> bytes:
    return json.dumps(frame).encode()


_DAMAGED = st.tuples(_FRAMES.map(_line), st.integers(0, 60), st.binary(max_size=4)).map(
    lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] :]
)
_MODULE = st.just(_line(["0", "ok", ["h", 1]]))
ANSWERS = st.lists(_FRAMES.map(_line) | _DAMAGED | _MODULE, min_size=1, max_size=6).map(b"\n".join)


def survive_answers(case: bytes) -> None:
    """A check that talks with this box ends, or has plain values; and both can be told."""
    lines = cycle(case.split(b"\n"))

    def ask(*_: Any) -> list[Any]:
        try:
            return wire.parse_line(next(lines))
        except wire.WireError as error:  # as a box has it
            raise Stopped("invalid", f"its answer held {error}") from None

    for act in _ACTS:
        try:
            found = act(Conversation(ask))
        except (Stopped, StudentError, TypeError, AttributeError) as end:
            str(end).encode()
        else:
            assert len(described(found)) <= 300
            assert isinstance(found == close([1.0, 2.0]), bool)
            assert len(close([1.0, 2.0]).explain(found)) < 700
            Outline.of(found)
            assert _is_exact(found)


_ACTS = (
    lambda conversation: conversation.request("outline", "engine.py"),
    lambda conversation: conversation.module("engine").Value,
    lambda conversation: conversation.module("engine")(3.0) + 1,
    lambda conversation: [len(conversation.module("engine"))],
    lambda conversation: list(conversation.module("engine")),
    lambda conversation: setattr(conversation.module("engine"), "grad", 1.0),
    lambda conversation: conversation.fresh({}, {}),
    lambda conversation: hasattr(conversation.module("engine"), "square"),
)


def _is_exact(value: Any) -> bool:
    if type(value) in (list, tuple):
        return all(map(_is_exact, value))
    if type(value) is dict:
        return all(map(_is_exact, value.items()))
    return value is None or type(value) in (bool, int, float, str, RemoteObject)


# --- what may be handed in -----------------------------------------------------------------------

_FIELDS = st.lists(st.tuples(st.sampled_from([1, 0x5455, 0x7075, 0xCAFE]), st.binary(max_size=9)), max_size=4)
_EXTRAS = _FIELDS.map(lambda fields: b"".join(struct.pack("<2H", k, len(v)) + v for k, v in fields))
_CONTENTS = st.binary(max_size=30) | st.sampled_from([b"x = 1\n", bytes(1 << 20), b"\xff\xfe", zipped()])
_MEMBERS = st.fixed_dictionaries(
    {
        "name": st.builds(str.__add__, st.sampled_from(PLACES), st.sampled_from(FILES) | ANY),
        "content": _CONTENTS,
        "method": st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]),
        "mode": st.sampled_from([0, 0o100644, 0o120777, 0o040755, 0o010644, 0o060644]),
        "extra": _EXTRAS | st.binary(max_size=8),
        "comment": st.binary(max_size=20),
    }
)
# Where a lie may be told: (offset from an entry's start, bytes).
_LIES = st.lists(
    st.tuples(st.sampled_from([6, 8, 10, 16, 20, 24, 28, 30, 32, 34, 42]), st.integers(0, 0xFFFF)), max_size=3
)


@st.composite
def _zips(draw: Any) -> bytes:
    packed = io.BytesIO()
    with warnings.catch_warnings(), suppress(ValueError), zipfile.ZipFile(packed, "w") as archive:
        warnings.simplefilter("ignore")  # names that come twice are meant
        for member in draw(st.lists(_MEMBERS, max_size=5)):
            info = zipfile.ZipInfo(member["name"].replace("\0", "").encode("utf-8", "replace").decode())
            info.create_system, info.external_attr = 3, member["mode"] << 16
            info.extra, info.comment, info.compress_type = (
                member["extra"],
                member["comment"],
                member["method"],
            )
            archive.writestr(info, member["content"])
    forged = bytearray(packed.getvalue())
    entry = forged.find(b"PK\x01\x02")
    for offset, value in draw(_LIES) if entry >= 0 else ():
        with suppress(struct.error):
            struct.pack_into("<H", forged, entry + offset, value)
    return bytes(forged) + draw(st.binary(max_size=8))


def survive_zip(case: bytes) -> None:
    """As one submission, and beside others, and inside of another."""
    with TemporaryDirectory() as scratch:
        place = lay(Path(scratch), {"ada.zip": case, "bob.zip": zipped({"bob/ada.zip": case})})
        for path in (place, place / "ada.zip", place / "bob.zip"):
            survive_intake(path)


_CELLS = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from([cell["id"] for cell in released()["cells"]]) | ANY | st.none(),
        "cell_type": st.sampled_from(["code", "markdown", "raw", 7]),
        "source": ANY
        | st.lists(ANY, max_size=3)
        | st.sampled_from(["%magic\n!ls", "\ud800", ["x", 1], None, "x = 1"]),
        "metadata": st.sampled_from([cell["metadata"] for cell in released()["cells"]]) | st.none() | _FORMS,
    },
)
_NOTEBOOKS = st.fixed_dictionaries(
    {"nbformat": st.sampled_from([4, 4, 4, 3, "4", None]), "cells": st.lists(_CELLS | _FORMS, max_size=8)}
)
NOTEBOOKS = st.tuples(_NOTEBOOKS, st.sampled_from([b"", b"\xef\xbb\xbf"])).map(lambda p: p[1] + _line(p[0]))


def survive_notebook(case: bytes) -> None:
    """Its cells become the lesson's files, or there is a reason."""
    try:
        work = notebook_intake.read(LESSON, case)
    except SubmissionError as error:
        assert error.hint
        str(error).encode()
    else:
        assert set(work.files) == set(LESSON.files)
        "".join(work.remarks).encode()
    with TemporaryDirectory() as scratch:
        survive_intake(lay(Path(scratch), {"first_loop.ipynb": case}))


_MARKS = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\0x", b"# -*- coding: utf-7 -*-\n", b"# coding: \xff\n"]
_ODD = [b"\0", b"\xff", b"\r", b"\x0c", "é\u2028\u202e".encode()]
_CODE = [b"def square(self):\n", b"x = '", b"## 1.\n", b"<!--", b"-->"]
_SOURCE = st.sampled_from(_MARKS + _ODD + _CODE)
SOURCES = st.lists(_SOURCE | st.binary(max_size=6), max_size=8).map(b"".join)


def survive_source(case: bytes) -> None:
    """A file of any bytes is read as it is, or there is a reason; and so are the answers in it."""
    with TemporaryDirectory() as scratch:
        path = lay(Path(scratch), {"engine.py": case, "reflections.md": case})
        survive_intake(path)
        (entry,) = intake.find(path, LESSON)
        with suppress(SubmissionError):
            submission = intake.read(entry, LESSON)
            assert all(content == case for content in submission.files.values())


_PATHS = st.builds(str.__add__, st.sampled_from(PLACES[:6]) | ANY.map("{}/".format), st.sampled_from(FILES))
CLASSES = st.lists(_PATHS, max_size=8).map(lambda paths: "\n".join(paths).encode("utf-8", "replace"))


def survive_class(case: bytes) -> None:
    """Files under any paths, in a folder and in a zip, belong to students of their own."""
    paths = [path for path in _paths(case) if not path.endswith("/")]
    with TemporaryDirectory() as scratch:
        place = Path(scratch) / "class"
        place.mkdir()
        for path in paths:
            with suppress(OSError, ValueError):
                lay(place, {path: b"x = 1"})
        survive_intake(place)
        (Path(scratch) / "class.zip").write_bytes(zipped(dict.fromkeys(paths, b"x = 1")))
        survive_intake(Path(scratch) / "class.zip")


def _paths(case: bytes) -> Iterator[str]:
    for line in case.decode("utf-8", "replace").split("\n"):
        parts = [part for part in line.split("/") if part not in ("", ".", "..") and "\0" not in part]
        if parts:
            yield "/".join(parts)


# --- tables --------------------------------------------------------------------------------------

_BOOK = Markbook()
_SHEET = marking.write(LESSON, [graded("ada"), graded("bob")], _BOOK)
_KEYS = [key for line in _SHEET.splitlines() if (key := line[1:14]).startswith("k") and key[1:].isalnum()]
_CELL = ANY | st.sampled_from(
    [
        *_KEYS,
        "key",
        "points",
        "comment",
        "0.5",
        "0,5",
        "1e999",
        "nan",
        "-1",
        "९",
        "",
        '"',
        '"x',
        "x\ny",
        "’=1",
    ]
)
_ROW = st.lists(_CELL, max_size=5)


@st.composite
def _sheets(draw: Any) -> bytes:
    separator = draw(st.sampled_from([",", ";", "\t"]))
    rows = [draw(st.permutations(["key", "points", "comment"])), *draw(st.lists(_ROW, max_size=5))]
    page = draw(st.sampled_from(["\n", "\r\n", "\r"])).join(map(separator.join, rows))
    return page.encode(draw(st.sampled_from(["utf-8-sig", "utf-8", "utf-16"])), "replace")


def survive_sheet(case: bytes) -> None:
    """Marks within what may be given, for students of the class; or a reason."""
    class_ = [graded("ada"), graded("bob")]
    most = {question.name: question.points for question in LESSON.questions}
    try:
        sheet = marking.read(case, LESSON, class_, _BOOK)
    except UsageError as error:
        assert error.hint
        return
    for entry, mark in sheet.given:
        assert entry.student in {"ada", "bob"}
        assert mark.points is None or 0 <= mark.points <= most[entry.about]


CELLS = st.text("=+-@;,|\t\n \"'’:x1＝\u3000\r()", max_size=20).map(str.encode)


def survive_cell(case: bytes) -> None:
    """Nothing in a table is a formula, and the text comes back out of it."""
    said = case.decode("utf-8", "replace")
    cell = text.csv_lines(said)
    assert text.from_csv(cell) == text.visible(said)
    quoted = cell.replace('"', '""')
    assert formulas(f'"a","{quoted}","x"\n') == []


TARGETS = {
    target.name: target
    for target in (
        Target("answers", ANSWERS, survive_answers),
        Target("zips", _zips(), survive_zip),
        Target("notebooks", NOTEBOOKS, survive_notebook),
        Target("sources", SOURCES, survive_source),
        Target("classes", CLASSES, survive_class),
        Target("sheets", _sheets(), survive_sheet),
        Target("cells", CELLS, survive_cell),
    )
}


@pytest.mark.fuzz
@pytest.mark.parametrize("name", TARGETS)
def test_new_cases(name: str) -> None:
    """A few that are always the same; `make fuzz` tries many that never are."""
    TARGETS[name].explore(short=60)


@pytest.mark.parametrize("path", fuzzing.kept(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    """Every case that ever failed."""
    TARGETS[path.parent.name].survive(path.read_bytes())


def test_what_fails_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The smallest case becomes a file, and the next run tries it again."""

    def survive(case: bytes) -> None:
        assert b"x" not in case

    monkeypatch.setattr(fuzzing, "FOUND", tmp_path)
    with pytest.raises(AssertionError):
        Target("short", st.binary(), survive).explore(2_000)
    assert [path.read_bytes() for path in fuzzing.kept()] == [b"x"]
    assert [path.parent.name for path in fuzzing.kept()] == ["short"]
