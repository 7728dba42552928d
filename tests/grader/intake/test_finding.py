"""Every student is found once, under an id of their own, in any layout that a class comes in."""

import os
import unicodedata
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import SubmissionError, UsageError
from grader.intake import intake, tree
from grader.intake.entries import Entry
from grader.intake.finding import find
from grader.naming import report_folder_name
from tests.grader.handins import LESSON, WHOLE, lay, zipped

WHO = [
    "<script>alert(1)</script>".replace("/", ""),
    "{{7*7}}",
    "=HYPERLINK(1)",
    "a\nb",
    "\u202eada",
    "💥",
    "n" * 255,
]
EXPORT = {
    "submission_7/engine.py": b"new",
    "submission_3/engine.py": b"old",
    "submission_9/engine.py": b"group",
    "submission_metadata.yml": b"""
submission_7: {":submitters": [{":name": Ada, ":sid": a1}]}
submission_3: {":submitters": [{":name": Ada, ":sid": a1}]}
submission_9: {":submitters": [{":name": Bob, ":sid": b1}, {":name": Eve, ":sid": e1}]}
""",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a class lies."""
    return tmp_path / "class"


def prefixed(folder: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": content for name, content in files.items()}


def ids(path: Path) -> list[str]:
    return [entry.student.id for entry in find(path, LESSON)]


def only(path: Path) -> Entry:
    (entry,) = find(path, LESSON)
    return entry


def test_a_class_is_a_folder_or_zip_each(place: Path) -> None:
    """Students go by the names of their folders and zips, in the order of these names."""
    lay(place, {"Bob/engine.py": b"", "ada.zip": zipped(), "cid/none": b"", "Dan.ZIP": b"broken"})
    assert ids(place) == ["ada", "Bob", "cid", "Dan"]


def test_the_order_is_that_of_a_class_list(place: Path) -> None:
    """Upper and lower case are sorted together, and always the same way."""
    lay(place, {f"{name}/engine.py": b"" for name in ("b", "a", "C", "A", "B", "c")})
    assert ids(place) == ["A", "a", "B", "b", "C", "c"]


@pytest.mark.parametrize("home", ["", "first_loop/", "exercises/first_loop/"])
def test_one_submission_is_one_student(place: Path, home: str) -> None:
    """A folder that holds the lesson's files is no class; its student has its name."""
    lay(place, {f"{home}engine.py": b"", "other/notes": b""})
    assert only(place) == Entry(only(place).student, place)
    assert ids(place) == ["class"]


@pytest.mark.parametrize("top", ["", "loop-main/", "loop-main/exercises/first_loop/"])
def test_one_zip_is_one_student(tmp_path: Path, top: str) -> None:
    """A zip with the lesson's files, also as a forge packs a repository, goes by its own name."""
    lay(tmp_path, {"ada.zip": zipped({f"{top}engine.py": b""})})
    assert ids(tmp_path / "ada.zip") == ["ada"]


def test_a_zip_with_only_a_zip_is_one_student(tmp_path: Path) -> None:
    """Packed twice is still one submission, by the outer name."""
    lay(tmp_path, {"ada.zip": zipped({"homework.zip": zipped()})})
    assert ids(tmp_path / "ada.zip") == ["ada"]


@pytest.mark.parametrize("top", ["", "week 2/"])
def test_a_zip_may_hold_the_class(tmp_path: Path, top: str) -> None:
    """Students' folders and zips inside a zip, with or without a folder around them."""
    lay(tmp_path, {"class.zip": zipped({f"{top}ada/engine.py": b"", f"{top}bob.zip": zipped()})})
    assert ids(tmp_path / "class.zip") == ["ada", "bob"]
    assert [entry.inside for entry in find(tmp_path / "class.zip", LESSON)] == [f"{top}ada", f"{top}bob.zip"]


@pytest.mark.parametrize("others", [("ada.zip", "ken.zip"), ("ada/engine.py", "ken/engine.py")])
def test_a_stray_file_does_not_make_one_submission_of_a_class(place: Path, others: tuple[str, ...]) -> None:
    """Nobody is lost in silence: whose file it is has to be said first."""
    for name in ("engine.py", *others):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(b"")
    with pytest.raises(UsageError, match=r"engine\.py lies in .* and 1 more that look like submissions"):
        find(place, LESSON)


def test_a_copy_beside_ones_work_is_no_other_submission(place: Path) -> None:
    """Somebody keeps an old version in a folder, or the zip that was handed in."""
    for name in ("engine.py", "old/engine.py"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(b"")
    assert len(find(place, LESSON)) == 1


def test_a_misnamed_single_submission_is_still_one(place: Path) -> None:
    """Engine.py alone makes a submission, not a class with a student Engine.py."""
    lay(place, {"Engine.py": b""})
    assert ids(place) == ["class"]


def test_a_folder_called_like_a_zip_is_a_folder(place: Path) -> None:
    """Only files are taken for zips."""
    lay(place, {"ada.zip/engine.py": b"", "bob/engine.py": b""})
    assert ids(place) == ["ada.zip", "bob"]


def test_strange_things_are_listed_so_that_nobody_is_lost(place: Path) -> None:
    """Links, pipes and other archives are somebody's; notes beside the folders are the instructor's."""
    lay(place, {"ada/engine.py": b"", "bob.rar": b"", "grades.csv": b"", "README.md": b"", ".DS_Store": b""})
    (place / "link").symlink_to("ada")
    os.mkfifo(place / "pipe")
    assert ids(place) == ["ada", "bob.rar", "link", "pipe"]


LITTER = ["__pycache__", ".git", "__MACOSX", "._ada", ".ipynb_checkpoints"]
WORK = [
    "engine.py",
    "Engine (1).py",
    "first_loop/engine.py",
    "first_loop.ipynb",
    "work.zip",
    "my solution.py",
]


@pytest.mark.parametrize("name", LITTER)
@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize("packed", [False, True])
def test_work_in_a_folder_named_as_litter_is_somebodys(
    place: Path, name: str, work: str, packed: bool
) -> None:
    """Whoever calls their folder `__pycache__` gets a verdict, in a folder and in a zip."""
    files = {f"{name}/{work}": zipped() if work.endswith(".zip") else b"", "bob/engine.py": b""}
    lay(place, {"class.zip": zipped(files)} if packed else files)
    found = {entry.student.id: entry for entry in find(place / "class.zip" if packed else place, LESSON)}
    assert sorted(found) == sorted([name, "bob"])
    with suppress(SubmissionError):  # it may say that nothing of the lesson is in there
        assert intake.read(found[name], LESSON).files


def test_a_folder_named_as_litter_cannot_lose_others(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that cannot even be listed is refused alone."""
    monkeypatch.setattr(tree, "MAX_ITEMS", 3)
    lay(place, {"bob/engine.py": b"", **{f"__pycache__/{k}": b"" for k in range(5)}})
    assert ids(place) == ["__pycache__", "bob"]


def test_litter_is_nobodys(place: Path) -> None:
    """What systems and editors leave beside the students' folders."""
    litter = {
        "__pycache__/conftest.cpython-311.pyc",
        "__MACOSX/._ada",
        "__MACOSX/ada/._engine.py",
        ".git/HEAD",
    }
    litter |= {".ipynb_checkpoints/engine-checkpoint.py", ".ipynb_checkpoints/first_loop-checkpoint.ipynb"}
    lay(place, {"ada/engine.py": b"", "bob/engine.py": b"", **dict.fromkeys(litter, b"")})
    assert ids(place) == ["ada", "bob"]


@pytest.mark.parametrize("name", WHO)
def test_a_strange_name_is_kept(place: Path, name: str) -> None:
    """Names are text to be escaped where they land; here they stay what they are."""
    lay(place, {f"{name}/engine.py": b"", "other/engine.py": b""})
    assert name in ids(place)


def test_endless_names_are_cut_and_stay_apart(place: Path) -> None:
    """A member of a zip may have a name of 64 KB, and the next one nearly the same."""
    long = "n" * 60_000
    lay(place, {"class.zip": zipped({f"{long}/engine.py": b"", f"{long}m/engine.py": b""})})
    found = find(place / "class.zip", LESSON)
    assert len({entry.student.id for entry in found}) == 2
    assert all(len(entry.student.id) < 300 and len(entry.student.name) < 300 for entry in found)
    assert all(intake.read(entry, LESSON).files for entry in found)


def test_a_name_of_any_bytes_can_be_written_down(place: Path) -> None:
    """A name that is no UTF-8 leads to its folder, and its id to any report."""
    lay(place, {"other/engine.py": b""})
    os.mkdir(os.fsencode(place) + b"/caf\xe9")  # noqa: PTH102 - a Path cannot say it
    entry = find(place, LESSON)[0]
    assert entry.student.id.encode()
    assert os.fsencode(entry.inside) == b"caf\xe9"


def test_look_alikes_are_different_students(place: Path) -> None:
    """Case, Unicode form and what cleaning removes never make two students share a report."""
    names = ["ada", "Ada", "zoë", unicodedata.normalize("NFD", "zoë"), "a b", "a-b", "ada."]
    lay(place, {f"{name}/engine.py": b"" for name in names})
    assert sorted(ids(place)) == sorted(names)
    assert len({report_folder_name(name).casefold() for name in ids(place)}) == len(names)


def test_a_folder_and_a_zip_of_one_name_are_two_submissions(place: Path) -> None:
    """Neither is dropped, the second says so, and nobody else's id changes for it."""
    lay(place, {"ada/engine.py": b"", "ada.zip": zipped(), "ada (2)/engine.py": b""})
    found = {entry.inside: entry for entry in find(place, LESSON)}
    assert {path: entry.student.id for path, entry in found.items()} == {
        "ada": "ada",
        "ada.zip": "ada (3)",
        "ada (2)": "ada (2)",
    }
    assert found["ada.zip"].remarks == ("there is another submission of “ada”",)


# --- learning systems --------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
def test_a_canvas_download_is_sorted_by_student(tmp_path: Path, packed: bool) -> None:
    """A folder or the zip itself: files of one student belong together, whatever else lies there."""
    files = {"bobby_2_20_engine.py": b"", "adal_1_11_engine.py": b"", "adal_1_12_training.py": b""}
    path = lay(tmp_path, {"all.zip": zipped(files)}) / "all.zip" if packed else lay(tmp_path / "all", files)
    ada, bob = find(path, LESSON)
    assert (ada.student.id, ada.student.name, bob.student.id) == ("1", "adal", "2")
    assert dict(ada.files) == {"engine.py": "adal_1_11_engine.py", "training.py": "adal_1_12_training.py"}


def test_canvas_with_one_student_is_not_taken_for_a_submission(tmp_path: Path) -> None:
    """The zip of a class of one keeps that student's id."""
    lay(tmp_path, {"submissions.zip": zipped({"adal_1_11_homework.zip": zipped()})})
    assert only(tmp_path / "submissions.zip").student.id == "1"


def test_canvas_latest_attempt_is_taken(place: Path) -> None:
    """Of engine.py and engine-1.py the later upload counts, and the other is named."""
    lay(place, {"a_1_9_engine-1.py": b"old", "a_LATE_1_10_engine.py": b"new", "a_1_2_engine-2.py": b"older"})
    entry = only(place)
    assert dict(entry.files) == {"engine.py": "a_LATE_1_10_engine.py"}
    assert "an older attempt was left out: “a_1_9_engine-1.py”" in entry.remarks
    assert "Canvas marks this as handed in late" in entry.remarks


def test_canvas_latest_zip_is_taken(place: Path) -> None:
    """Two zips of one student are two attempts, whatever they are called."""
    lay(place, {"a_1_9_final.zip": zipped(), "a_1_10_really final.zip": zipped()})
    assert only(place).files == (("really final.zip", "a_1_10_really final.zip"),)


def test_a_numbered_name_that_the_lesson_does_not_know_stays(place: Path) -> None:
    """Only a number that Canvas may have added is taken off."""
    lay(place, {"a_1_9_part-1.py": b"", "a_1_10_part-2.py": b""})
    assert [name for name, _ in only(place).files] == ["part-1.py", "part-2.py"]


def test_a_numbered_name_that_the_lesson_asks_for_stays(place: Path) -> None:
    """A lesson may have both part.py and part-1.py."""
    first, second = (replace(LESSON.exercises[0], file=file) for file in ("part.py", "part-1.py"))
    lay(place, {"a_1_9_part-1.py": b"", "a_1_10_part.py": b""})
    (entry,) = find(place, replace(LESSON, exercises=(first, second)))
    assert dict(entry.files) == {"part.py": "a_1_10_part.py", "part-1.py": "a_1_9_part-1.py"}


@pytest.mark.parametrize("packed", [False, True])
def test_a_moodle_download_is_a_folder_each(tmp_path: Path, packed: bool) -> None:
    """Students keep their full names and numbers; typed text counts only where there is no file."""
    files = {
        "Ada Lovelace_7_assignsubmission_file_/engine.py": b"",
        "Ada Lovelace_7_assignsubmission_onlinetext_/onlinetext.html": b"",
        "Bob B_8_assignsubmission_onlinetext_/onlinetext.html": b"",
    }
    path = lay(tmp_path, {"all.zip": zipped(files)}) / "all.zip" if packed else lay(tmp_path / "all", files)
    ada, bob = find(path, LESSON)
    assert (ada.student.id, ada.student.name, ada.inside) == (
        "7",
        "Ada Lovelace",
        next(iter(files)).split("/")[0],
    )
    assert (bob.student.id, ada.remarks) == ("8", ())


def test_a_flat_moodle_download_is_sorted_by_student(place: Path) -> None:
    """Without folders, the names carry all."""
    lay(place, {f"Ada L_7_assignsubmission_file_{name}": b"" for name in WHOLE})
    assert {name for name, _ in only(place).files} == set(WHOLE)


def test_moodle_latest_folder_is_taken(place: Path) -> None:
    """Two folders of one participant are two attempts: the one changed last counts."""
    for name, changed in (("Ada_7_assignsubmission_file", 2_000), ("Ada_7_assignsubmission_file_", 1_000)):
        lay(place / name)
        os.utime(place / name, (changed, changed))
    assert only(place).inside == "Ada_7_assignsubmission_file"
    assert only(place).remarks == ("an older attempt was left out: “Ada_7_assignsubmission_file_”",)


@pytest.mark.parametrize("path", ["class/assignment_5_export", "class", "export.zip"])
def test_a_gradescope_export_is_found(tmp_path: Path, path: str) -> None:
    """The export, a folder around it, or its zip: ids come from the metadata, the last submission counts."""
    lay(tmp_path / "class" / "assignment_5_export", EXPORT)
    lay(tmp_path, {"export.zip": zipped(prefixed("assignment_5_export", EXPORT))})
    ada, bob, eve = find(tmp_path / path, LESSON)
    assert (ada.student.id, ada.inside.rpartition("/")[2]) == ("a1", "submission_7")
    assert (bob.student.id, eve.student.id, bob.inside) == ("b1", "e1", eve.inside)
    assert ada.remarks == ("an older attempt was left out: “submission_3”",)


# --- what is no class --------------------------------------------------------------------------


@pytest.mark.parametrize("files", [{}, {"notes.txt": b""}, {".git/config": b""}])
def test_a_place_without_submissions_says_what_to_do(place: Path, files: dict[str, bytes]) -> None:
    """An empty folder is more likely the wrong folder than an empty class."""
    with pytest.raises(UsageError, match="there is no submission in") as caught:
        find(lay(place, files), LESSON)
    assert "folder or a zip for each student" in caught.value.hint


@pytest.mark.parametrize("name", ["missing", "loop", "pipe", "notes.txt"])
def test_what_is_neither_folder_nor_zip_is_named(tmp_path: Path, name: str) -> None:
    """Nothing there, a link to itself, a pipe, a text: a message with the path, and no waiting."""
    lay(tmp_path, {"notes.txt": b"hello"})
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match=name):
        find(tmp_path / name, LESSON)


@pytest.mark.parametrize("target", ["class", "class.zip"])
def test_an_instructors_own_link_to_the_class_is_followed(tmp_path: Path, target: str) -> None:
    """Links are refused inside submissions, not in what the instructor types."""
    files = {"ada/engine.py": b"", "bob/engine.py": b""}
    lay(lay(tmp_path, {"class.zip": zipped(files)}) / "class", files)
    (tmp_path / "latest").symlink_to(target)
    assert ids(tmp_path / "latest") == ["ada", "bob"]
