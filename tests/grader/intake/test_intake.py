"""Whatever is handed in becomes a submission, or a reason that its student understands."""

import os
import pickle
import random
import socket
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import SubmissionError, UngradedError, UsageError
from grader.intake import intake
from grader.model import Student, Submission
from tests.fuzzing import fuzz
from tests.grader.handins import (
    LESSON,
    WHOLE,
    crowded,
    encrypted,
    lay,
    watched,
    with_mode,
    zipped,
    zipped_pairs,
)

no_wait = pytest.mark.timeout(20)  # a wait for a pipe must fail, not hang

Submit = Callable[..., Submission]
OTHERS = [name for name in WHOLE if name != "engine.py"]


@pytest.fixture
def ada(tmp_path: Path) -> Path:
    """Ada's folder in a class of two, with a whole submission."""
    lay(tmp_path / "class" / "bob")
    return lay(tmp_path / "class" / "ada")


def read(path: Path) -> Submission:
    """What intake makes of one student's folder or zip in a class."""
    entries = intake.find(path.parent, LESSON)
    return intake.read(next(entry for entry in entries if entry.inside == path.name), LESSON)


def read_files(tmp_path: Path, files: Mapping[str, bytes]) -> Submission:
    lay(tmp_path / "class" / "bob")
    return read(lay(tmp_path / "class" / "ada", files))


def read_zip(tmp_path: Path, packed: bytes) -> Submission:
    lay(tmp_path / "class" / "bob")
    return read(lay(tmp_path / "class", {"ada.zip": packed}) / "ada.zip")


def within(zips: int, packed: bytes) -> bytes:
    """A zip in so many others."""
    for number in range(zips):
        packed = zipped({f"{number}.zip": packed})
    return packed


def problem(submission: Submission) -> str:
    """What is said of engine.py, when the other files are fine."""
    assert list(submission.problems) == ["engine.py"]
    assert sorted(submission.files) == sorted(OTHERS)
    return submission.problems["engine.py"]


# --- what is read ------------------------------------------------------------------------------


def test_a_whole_submission_is_read_as_it_is(ada: Path) -> None:
    """All files, the student, and not a word to say."""
    submission = read(ada)
    assert submission.files == WHOLE
    assert submission.student == Student("ada", "ada")
    assert (submission.problems, submission.remarks) == ({}, ())


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfx = 1\r\n\t", b"# coding: latin-1\n'\xe9'", b"", b"def (:"]
)
def test_bytes_are_kept(ada: Path, content: bytes) -> None:
    """Byte order marks, line ends, tabs, named encodings and errors are the box's business."""
    lay(ada, {"engine.py": content})
    assert read(ada).files["engine.py"] == content


@pytest.mark.parametrize("top", ["", "homework/"])
@pytest.mark.parametrize("home", ["", "first_loop/", "exercises/first_loop/"])
@pytest.mark.parametrize("packed", [False, True])
def test_files_are_found_where_students_put_them(tmp_path: Path, top: str, home: str, packed: bool) -> None:
    """At the top, in the lesson's folder, as in the kit, each also below one more folder, packed or not."""
    files = {f"{top}{home}{name}": content for name, content in WHOLE.items()} | {"README": b""}
    submission = read_zip(tmp_path, zipped(files)) if packed else read_files(tmp_path, files)
    assert submission.files == WHOLE


@pytest.mark.parametrize("around", ["", "homework/"])
def test_a_zip_inside_is_opened(tmp_path: Path, around: str) -> None:
    """A zip in a student's zip or folder, alone or in a folder of its own."""
    packed = zipped({f"{around}work.zip": zipped(), "__MACOSX/._work.zip": b"x"})
    assert read_zip(tmp_path, packed).files == WHOLE
    lay(tmp_path / "class" / "cid", {f"{around}work.zip": packed})
    assert read(tmp_path / "class" / "cid").files == WHOLE


@pytest.mark.parametrize(
    "files",
    [
        {"a/b/c/first_loop/engine.py": b"x"},
        {"Homework 1/submission/README.md": b"", "Homework 1/submission/src/engine.py": b"x"},
        {"a/b/work.zip": zipped({"c/d/engine.py": b"x"})},
        {"work.zip": within(2, zipped({"a/b/engine.py": b"x"}))},
    ],
)
def test_what_has_one_thing_in_it_is_gone_into(tmp_path: Path, files: dict[str, bytes]) -> None:
    """Folders in folders, zips in zips, and each in the other: a student packs what they have."""
    assert read_files(tmp_path / "1", files).files == {"engine.py": b"x"}
    assert read_zip(tmp_path / "2", zipped(files)).files == {"engine.py": b"x"}


def test_notebooks_beside_a_zip_do_not_hide_it(tmp_path: Path) -> None:
    """The work is in the zip; notes in two notebooks are not chosen between."""
    files = {"a.ipynb": b"{}", "b.ipynb": b"{}", "work.zip": zipped({"x/engine.py": b"x"})}
    assert read_files(tmp_path, files).files == {"engine.py": b"x"}


def test_a_zip_beside_the_files_is_named(ada: Path) -> None:
    """What is not read is not left out in silence."""
    lay(ada, {"work.zip": zipped({"engine.py": b"x"})})
    assert read(ada).files == WHOLE
    assert read(ada).remarks == ("not opened, because files of the lesson lie beside it: “work.zip”",)


def test_the_digest_depends_on_contents_only(tmp_path: Path) -> None:
    """Folder or zip, wherever in it, the same files are the same submission."""
    digests = {
        read_files(tmp_path / "1", WHOLE).digest,
        read_zip(tmp_path / "2", zipped({f"x/{name}": content for name, content in WHOLE.items()})).digest,
    }
    assert len(digests) == 1
    assert digests.pop().startswith("sha256:")


def test_the_digest_notices_every_change(tmp_path: Path) -> None:
    """Another byte, one moved to the next file, or another problem: all are other submissions."""
    changes: list[dict[str, bytes]] = [
        {},
        {"engine.py": b"x"},
        {"engine.py": b"# engine.py\n#", "training.py": b" training.py\n"},
        {"engine.py": b"\0"},
        {"engine.py": bytes(2 << 20)},
    ]
    digests = {read_files(tmp_path / str(n), WHOLE | change).digest for n, change in enumerate(changes)}
    assert len(digests) == len(changes)


def test_the_digest_keeps_neighbours_apart() -> None:
    """What ends one content cannot pose as the beginning of the next."""
    apart = {"a": b"", "b": b""}
    merged = {"a": b"file\0b\0"}
    assert intake._digest(apart, {}) != intake._digest(merged, {})
    assert intake._digest({"a": b"x"}, {}) != intake._digest({}, {"a": "x"})


def test_an_entry_travels_to_a_worker(ada: Path) -> None:
    """Workers are other processes."""
    (entry, _) = intake.find(ada.parent, LESSON)
    assert intake.read(pickle.loads(pickle.dumps(entry)), LESSON).files == WHOLE


# --- one file that cannot be read --------------------------------------------------------------


def test_a_missing_file_costs_itself_only(ada: Path) -> None:
    """The rest is graded, and the reason says where the file belongs."""
    (ada / "engine.py").unlink()
    assert problem(read(ada)) == "engine.py is missing: hand it in next to by_hand.py"


@no_wait
@pytest.mark.parametrize("target", ["/etc/passwd", "nowhere", "engine.py", "/dev/zero", "../bob/engine.py"])
def test_a_link_is_no_file(ada: Path, target: str) -> None:
    """To a secret, to nothing, to itself, to an endless device, to a neighbour's work."""
    (ada / "engine.py").unlink()
    (ada / "engine.py").symlink_to(target)
    assert problem(read(ada)) == "engine.py is a link: hand in the file itself"


@no_wait
def test_a_pipe_is_no_file_and_nobody_waits(ada: Path) -> None:
    """A named pipe without a writer would block for ever."""
    (ada / "engine.py").unlink()
    os.mkfifo(ada / "engine.py")
    assert problem(read(ada)).startswith("engine.py is a named pipe")


@no_wait
def test_a_socket_is_no_file(ada: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a Unix socket."""
    (ada / "engine.py").unlink()
    monkeypatch.chdir(ada)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("engine.py")
        assert problem(read(ada)).startswith("engine.py is a socket")


def test_a_folder_is_no_file(ada: Path) -> None:
    """A folder engine.py, as a package would be, is named."""
    (ada / "engine.py").unlink()
    lay(ada, {"engine.py/__init__.py": b"x"})
    assert problem(read(ada)) == "engine.py is a folder: hand in the file itself"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bytes(50 << 20), "engine.py is larger than 1 MB: hand in your own work only, without data"),
        ("x".encode("utf-16"), "engine.py is saved as UTF-16: save it as UTF-8 and hand it in again"),
    ],
)
def test_content_that_is_no_text_is_named(ada: Path, content: bytes, reason: str) -> None:
    """The reason says what is wrong, and what to do."""
    lay(ada, {"engine.py": content})
    assert problem(read(ada)) == reason


def test_written_answers_in_another_encoding_are_kept(ada: Path) -> None:
    """A person can still mark them; the remark says why letters may look wrong."""
    lay(ada, {"reflections.md": "Größer".encode("latin-1")})
    assert read(ada).files["reflections.md"] == "Größer".encode("latin-1")
    assert "reflections.md is not saved as UTF-8" in read(ada).remarks[0]


def test_a_misnamed_link_is_no_file_either(ada: Path) -> None:
    """A name beyond doubt does not make a file of what is none."""
    (ada / "engine.py").unlink()
    (ada / "Engine.py").symlink_to("../bob/engine.py")
    assert problem(read(ada)) == "engine.py is a link: hand in the file itself"


# --- names that are not quite right ------------------------------------------------------------


@pytest.mark.parametrize("name", ["Engine.py", "engine (1).py", "engine.py.txt", "ENGINE-2.PY"])
def test_a_name_beyond_doubt_is_accepted_with_a_remark(ada: Path, name: str) -> None:
    """The student did not choose it, so it costs nothing."""
    (ada / "engine.py").rename(ada / name)
    assert read(ada).files == WHOLE
    assert read(ada).remarks == (f"“{name}” was read as engine.py; next time hand it in under that name",)


def test_the_right_name_wins_over_others(ada: Path) -> None:
    """A numbered copy beside the file is left out, and said to be."""
    lay(ada, {"engine (1).py": b"x"})
    assert read(ada).files == WHOLE
    assert read(ada).remarks == ("not read, because the lesson does not ask for it: “engine (1).py”",)


def test_two_candidates_are_not_guessed_between(ada: Path) -> None:
    """Which of two copies counts is the student's to say."""
    (ada / "engine.py").rename(ada / "engine (1).py")
    lay(ada, {"engine (2).py": b"x"})
    both = "“engine (1).py” and “engine (2).py”"
    assert (
        problem(read(ada)) == f"engine.py is missing, and {both} could each be it: hand in one, as engine.py"
    )


@pytest.mark.parametrize("name", ["enigne.py", "engine.txt", "engine_v2.py", "engine.ipynb"])
def test_a_similar_name_is_brought_up(ada: Path, name: str) -> None:
    """A name that may mean something else is not read, but the reason mentions it."""
    (ada / "engine.py").rename(ada / name)
    assert problem(read(ada)) == f"engine.py is missing, but there is “{name}”: hand that in as engine.py"


def test_the_fullest_folder_counts_and_the_others_are_mentioned(ada: Path) -> None:
    """A copy at the top does not hide the work in the lesson's folder."""
    for name in OTHERS:
        (ada / name).unlink()
    lay(ada / "first_loop", {"engine.py": b"real", "training.py": b"real"})
    assert read(ada).files == {"engine.py": b"real", "training.py": b"real"}
    assert "there is more than one engine.py; the one in “ada/first_loop” was read" in read(ada).remarks


def test_code_that_no_file_names_is_mentioned(ada: Path) -> None:
    """Planted modules never reach the box; what the lesson's files import is in test_own_modules.py."""
    lay(ada, dict.fromkeys(("pytest.py", "conftest.py", "helpers.py", "math.py", "notes.txt"), b"x"))
    assert read(ada).files == WHOLE
    (remark,) = read(ada).remarks
    assert remark.endswith("“conftest.py”, “helpers.py”, “math.py” and 1 more")


def test_litter_is_not_mentioned(ada: Path) -> None:
    """What systems leave behind is nobody's fault."""
    litter = ("._engine.py", ".DS_Store", "__MACOSX/engine.py", "__pycache__/engine.pyc")
    lay(ada, dict.fromkeys(litter, b""))
    assert read(ada).remarks == ()


def test_a_linked_folder_is_left_aside_and_said_to_be(ada: Path) -> None:
    """The lesson's folder as a link to somewhere else leads nowhere."""
    (ada / "first_loop").symlink_to("../bob")
    assert read(ada).files == WHOLE
    assert read(ada).remarks == ("“first_loop” is a link; it was left out",)


# --- zips --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../engine.py", "/engine.py", "a/../engine.py", "C:/engine.py"])
def test_a_member_that_leads_out_is_not_the_file(tmp_path: Path, name: str) -> None:
    """A slip is no way to hand in a file: it is missing, and the remark says why."""
    files = {other: WHOLE[other] for other in OTHERS} | {name: b"evil"}
    submission = read_zip(tmp_path, zipped(files))
    assert problem(submission).startswith("engine.py is missing")
    assert "leads out of the zip; it was left out" in submission.remarks[0]


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        (zipped({**WHOLE, "engine.py": bytes(64 << 20)}), "engine.py is larger than 1 MB"),
        (zipped_pairs(*WHOLE.items(), ("engine.py", b"x")), "engine.py is in the zip more than once"),
        (zipped({**WHOLE, "engine.py/": b""}), "engine.py is in the zip more than once"),
        (zipped(WHOLE, 0).replace(b"# engine.py", b"# angine.py"), "engine.py is damaged inside the zip"),
    ],
)
def test_a_bad_member_costs_itself_only(tmp_path: Path, packed: bytes, reason: str) -> None:
    """A bomb, a name that comes twice, a wrong checksum."""
    assert problem(read_zip(tmp_path, packed)).startswith(reason)


def test_a_link_in_a_zip_is_no_file(tmp_path: Path) -> None:
    """What it points to is not read, and its path is not taken for Python."""
    members = {with_mode("engine.py", 0o120777): b"/etc/passwd"} | {name: WHOLE[name] for name in OTHERS}
    assert problem(read_zip(tmp_path, zipped(members))) == "engine.py is a link: hand in the file itself"


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        (b"", "it is damaged, or is no zip"),
        (zipped()[:-40], "it is damaged, or is no zip"),
        (b"Rar!\x1a\x07\0" + bytes(100), "it is damaged, or is no zip"),
        (crowded(100_000), "it holds more than 20,000 files"),
        (zipped({"inner.zip": crowded(100_000)}), "it holds more than 20,000 files"),
        (zipped({"inner.zip": bytes(17 << 20)}), "it is larger than 16 MB"),
        (zipped({}), "there is nothing in it"),
        (zipped({"inner.zip": zipped({})}), "there is nothing in it"),
        (within(6, zipped()), "only “1.zip”"),
        (zipped({"a.zip": zipped(), "b.zip": zipped()}), "only “a.zip” and “b.zip”"),
        (encrypted(zipped()), "engine.py is encrypted"),
        (encrypted(zipped({"inner.zip": zipped()})), "it is encrypted"),
        (zipped(method=zipfile.ZIP_LZMA), "engine.py is packed in an unusual way"),
    ],
)
def test_a_zip_that_cannot_be_read_says_why(tmp_path: Path, packed: bytes, reason: str) -> None:
    """The reason completes "could not be graded, because …", and the hint says what to do."""
    with pytest.raises(SubmissionError) as caught:
        read_zip(tmp_path, packed)
    assert reason in caught.value.message
    assert caught.value.hint


# --- submissions without any file --------------------------------------------------------------


def reason(path: Path) -> SubmissionError:
    with pytest.raises(SubmissionError) as caught:
        read(path)
    return caught.value


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    """Nothing was handed in, and the hint says what should have been."""
    error = reason(lay(tmp_path / "class" / "ada", {}))
    assert error.message == "there is nothing in it"
    assert "by_hand.py" in error.hint


def test_other_files_only_are_named(tmp_path: Path) -> None:
    """The student sees what did arrive."""
    error = reason(lay(tmp_path / "class" / "ada", {"report.pdf": b"", "<script>\n": b""}))
    assert error.message.startswith("there is none of by_hand.py, engine.py")
    assert error.message.endswith(r"only “<script>\n” and “report.pdf”")


def test_only_unreadable_files_are_no_submission(tmp_path: Path) -> None:
    """Each reason is told; nobody gets a zero for an encoding."""
    files = {"engine.py": "x".encode("utf-16"), "training.py": b"\0" + b"x" * 9}
    error = reason(lay(tmp_path / "class" / "ada", files))
    assert "engine.py is saved as UTF-16" in error.message
    assert "training.py contains null bytes" in error.message


def test_two_folders_are_not_chosen_between(tmp_path: Path) -> None:
    """Which of two versions counts is the student's to say."""
    files = {f"{version}/engine.py": b"" for version in ("old", "new")}
    assert "only “new” and “old”" in reason(lay(tmp_path / "class" / "ada", files)).message


@no_wait
def test_things_that_are_no_submission_are_named(ada: Path) -> None:
    """A link, a pipe, an archive of another kind in place of a student's folder."""
    place = ada.parent
    (place / "link").symlink_to("ada")
    os.mkfifo(place / "pipe")
    lay(place, {"work.rar": b"Rar!"})
    assert reason(place / "link").message == "it is a link"
    assert reason(place / "pipe").message == "it is a named pipe, not a file"
    assert reason(place / "work.rar").message == "it is neither a folder nor a zip"


def test_a_crowded_folder_is_refused(ada: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every name of a million is looked at."""
    (entry, _) = intake.find(ada.parent, LESSON)
    monkeypatch.setattr("grader.intake.tree.MAX_ITEMS", 3)
    with pytest.raises(SubmissionError, match="more than 3 files"):
        intake.read(entry, LESSON)


def test_a_submission_that_vanishes_is_not_the_students_fault(tmp_path: Path) -> None:
    """A class that is moved away while it is graded is ungraded, not empty."""
    entry = intake.Entry(Student("ada", "ada"), tmp_path / "gone")
    with pytest.raises(UngradedError):
        intake.read(entry, LESSON)


# --- learning systems --------------------------------------------------------------------------


def test_loose_files_of_canvas_are_read_as_the_students_own(tmp_path: Path) -> None:
    """The latest attempt, under the student's own names; the remark on the older one comes along."""
    lay(
        tmp_path,
        {"adal_1_9_engine.py": b"old", "adal_1_10_engine-1.py": b"new", "adal_1_11_Training.py": b""},
    )
    (entry,) = intake.find(tmp_path, LESSON)
    submission = intake.read(entry, LESSON)
    assert submission.files == {"engine.py": b"new", "training.py": b""}
    assert submission.student == Student("1", "adal")
    assert submission.remarks[0] == "an older attempt was left out: “adal_1_9_engine.py”"


@pytest.mark.parametrize("name", ["adal_1_9_work.zip", "Ada L_1_assignsubmission_file_/work.zip"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_zip_in_a_download_is_opened(tmp_path: Path, name: str, packed: bool) -> None:
    """Also when the download itself is still packed."""
    files = {name: zipped({"homework/engine.py": b"x"})}
    path = lay(tmp_path, {"all.zip": zipped(files)}) / "all.zip" if packed else lay(tmp_path / "all", files)
    (entry,) = intake.find(path, LESSON)
    assert intake.read(entry, LESSON).files == {"engine.py": b"x"}
    assert entry.student.id == "1"


# --- fuzzing -----------------------------------------------------------------------------------


def survive(path: Path) -> None:
    """All at `path` become submissions or reasons, reports differ, and nothing is written."""
    with watched() as seen:
        try:
            entries = intake.find(path, LESSON)
        except UsageError as error:
            assert error.hint
            return
        for entry in entries:
            try:
                submission = intake.read(entry, LESSON)
            except SubmissionError as error:
                assert error.message
                assert error.hint
            else:
                assert set(submission.files) ^ set(submission.problems) == set(LESSON.files)
                assert all(len(content) <= intake.MAX_FILE for content in submission.files.values())
    assert seen == []
    reports = {intake.report_folder_name(entry.student.id).casefold() for entry in entries}
    assert len(reports) == len(entries)


NAMES = st.sampled_from(
    [*LESSON.files, *OTHERS, "Engine.py", "first_loop/engine.py", "x.zip", "../engine.py", "a b"]
)
CONTENTS = st.binary(max_size=40) | st.sampled_from(
    [b"", b"\xff\xfe", b"\0", b"x" * (1 << 20) + b"y", zipped()]
)


@fuzz()
@given(packed=st.binary(max_size=300) | st.dictionaries(NAMES, CONTENTS, max_size=6).map(zipped))
def test_any_zip_is_a_submission_or_a_reason(packed: bytes) -> None:
    """As one submission, as a class, and in a class."""
    with TemporaryDirectory() as scratch:
        place = lay(Path(scratch), {"ada.zip": packed, "bob.zip": zipped({"ada.zip": packed})})
        for path in (place, place / "ada.zip", place / "bob.zip"):
            survive(path)


@fuzz()
@given(seed=st.integers(0, 2**64))
def test_any_damaged_zip_is_a_submission_or_a_reason(seed: int) -> None:
    """A few bytes of a good zip are changed."""
    rng = random.Random(seed)
    packed = bytearray(zipped({**WHOLE, "inner.zip": zipped()}))
    for _ in range(rng.randrange(1, 9)):
        packed[rng.randrange(len(packed))] = rng.randrange(256)
    with TemporaryDirectory() as scratch:
        survive(lay(Path(scratch), {"ada.zip": bytes(packed), "bob.zip": zipped()}))


def on_disk(name: str) -> bool:
    try:
        return name not in (".", "..") and 0 < len(os.fsencode(name)) < 250
    except UnicodeEncodeError:
        return False


ANY_NAME = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=90).filter(on_disk)
LMS_NAME = st.from_regex(r"[aA]{1,2}_(LATE_)?[12]_[34]_(engine|training)(-1)?\.(py|zip)", fullmatch=True)
MOODLE = st.from_regex(r"[aA] [bB]_[12]_assignsubmission_(file|onlinetext)_?", fullmatch=True)


@fuzz()
@given(
    names=st.lists(
        ANY_NAME | LMS_NAME | MOODLE | st.sampled_from(["ada", "Ada", "ada.zip"]), max_size=6, unique=True
    )
)
def test_any_names_are_students_of_their_own(names: list[str]) -> None:
    """Whatever folders and files are called, no two students share an id or a report."""
    with TemporaryDirectory() as scratch:
        for number, name in enumerate(names):
            lay(Path(scratch), {f"{name}/engine.py": b"x"} if number % 2 else {name: zipped()})
        survive(Path(scratch))
