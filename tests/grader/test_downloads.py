"""The download of each system gives every student once, with the attempt that counts."""

import zipfile
from pathlib import Path

import pytest

from grader.intake import intake
from grader.model import Arrival, Submission
from tests.grader import downloads
from tests.grader.downloads import ADA, BOB, STUBS, SYSTEMS, WITH_OLDER, ZOE, Files
from tests.grader.handins import LESSON, WHOLE, lay, zipped


def laid(tmp_path: Path, files: Files, how: str) -> Path:
    """The download as a zip, as the folder that it unpacks to, or with one more folder around."""
    if how == "zip":
        return lay(tmp_path, {"all.zip": zipped(files)}) / "all.zip"
    lay(tmp_path / "outer" / "all", files)
    return tmp_path / "outer" / ("all" if how == "folder" else "")


def submissions(path: Path) -> dict[str, Submission]:
    return {entry.student.id: intake.read(entry, LESSON) for entry in intake.find(path, LESSON)}


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("how", ["zip", "folder"])
def test_every_student_is_found_once_with_the_work_that_counts(tmp_path: Path, system: str, how: str) -> None:
    """Three students under the ids of their system: the latest attempt, the zip, the loose files."""
    download, ids = SYSTEMS[system]
    found = submissions(laid(tmp_path, download(), how))
    assert tuple(sorted(found)) == ids
    assert [found[student].files for student in ids] == [ADA, BOB, ZOE]
    assert all(found[student].problems == {} for student in ids)


@pytest.mark.parametrize("system", [name for name in SYSTEMS if name != "nbgrader"])
def test_a_folder_around_a_download_is_gone_into(tmp_path: Path, system: str) -> None:
    """Unpacking often makes one more folder, and the names say that it is nobody's."""
    download, ids = SYSTEMS[system]
    assert tuple(sorted(submissions(laid(tmp_path, download(), "cover")))) == ids


@pytest.mark.parametrize("system", WITH_OLDER)
def test_an_older_attempt_is_named(tmp_path: Path, system: str) -> None:
    """It was left out, and the report says so; nothing is said where there was none."""
    download, (ada, bob, zoe) = SYSTEMS[system]
    found = submissions(laid(tmp_path, download(), "folder"))
    assert any("older" in remark and "left out" in remark for remark in found[ada].remarks)
    assert found[bob].remarks == found[zoe].remarks == ()


@pytest.mark.parametrize("system", ["gradescope", "d2l", "d2l, flat", "blackboard", "moodle"])
def test_students_keep_their_full_names(tmp_path: Path, system: str) -> None:
    """As the system has them, accents and all."""
    entries = intake.find(laid(tmp_path, SYSTEMS[system][0](), "folder"), LESSON)
    assert [entry.student.name for entry in entries] == ["Ada Lovelace", "Bob Babbage", "Zoë Müller"]


@pytest.mark.parametrize(
    ("system", "ada", "bob"),
    [
        (
            "canvas",
            Arrival(late=True, item="lovelaceada_LATE_10123_955_"),
            Arrival(item="babbagebob_10124_930_"),
        ),
        ("moodle", Arrival(), Arrival()),
        ("gradescope", Arrival("2026-11-22 23:58+00:00"), Arrival("2026-11-22 22:00+00:00")),
        ("d2l", Arrival("2026-11-22 02:05"), Arrival("2026-11-09 23:58")),
        ("d2l, flat", Arrival("2026-11-22 02:05"), Arrival("2026-11-09 23:58")),
        ("blackboard", Arrival("2026-11-22 02:05"), Arrival("2026-11-21 23:58")),
    ],
)
def test_what_a_system_says_of_the_time_is_kept(
    tmp_path: Path, system: str, ada: Arrival, bob: Arrival
) -> None:
    """Of the attempt that counts."""
    entries = intake.find(laid(tmp_path, SYSTEMS[system][0](), "folder"), LESSON)
    found = {entry.student.id: entry.arrival for entry in entries}
    assert [found[student] for student in SYSTEMS[system][1][:2]] == [ada, bob]


# --- Canvas: loose files and a zip ---------------------------------------------------------------


def canvas_of_ada(tmp_path: Path, *uploads: tuple[str, bytes]) -> Submission:
    """What counts of uploads in this order."""
    files = {f"adal_1_{900 + k}_{name}": content for k, (name, content) in enumerate(uploads)}
    (entry,) = intake.find(lay(tmp_path / "canvas", files), LESSON)
    return intake.read(entry, LESSON)


def test_a_newer_zip_counts(tmp_path: Path) -> None:
    """Stubs first, all in a zip later; each stub is named."""
    found = canvas_of_ada(tmp_path, *STUBS.items(), ("work.zip", zipped(ADA)))
    assert found.files == ADA
    assert found.remarks == tuple(f"an older copy was left out: “{name}”" for name in WHOLE)


def test_newer_files_count(tmp_path: Path) -> None:
    """The zip first, all files later."""
    found = canvas_of_ada(tmp_path, ("work.zip", zipped(STUBS)), *ADA.items())
    assert found.files == ADA
    assert found.remarks == ("“work.zip” was left out, because the files that count lie beside it",)


def test_of_each_file_the_newest_counts(tmp_path: Path) -> None:
    """A zip with a part of the work does not take the rest away, and one file later replaces its one."""
    part = {name: ADA[name] for name in list(ADA)[:2]}
    found = canvas_of_ada(tmp_path, *BOB.items(), ("part.zip", zipped(part)), ("by_hand-1.py", b"new"))
    assert found.files == {**BOB, **part, "by_hand.py": b"new"}


@pytest.mark.parametrize(
    ("packed", "said"),
    [(zipped({"plot.png": b"x"}), "was left out"), (b"no zip", "is damaged, or is no zip; it was left")],
)
def test_a_zip_without_the_lesson_takes_nothing_away(tmp_path: Path, packed: bytes, said: str) -> None:
    """Pictures, or what cannot be read, newer than the work."""
    found = canvas_of_ada(tmp_path, *ADA.items(), ("plots.zip", packed))
    assert found.files == ADA
    assert len(found.remarks) == 1 and said in found.remarks[0]


# --- names and times -----------------------------------------------------------------------------


def test_a_text_without_files_does_not_hide_the_work_before(tmp_path: Path) -> None:
    """Somebody who only wrote a comment later did not take their work back."""
    files = {**downloads.blackboard()}
    files |= downloads._attempt("Ada Lovelace", "ada_l", "2026-11-23-08-00-00", {})
    found = submissions(lay(tmp_path / "all", files))["ada_l"]
    assert found.files == ADA
    assert any("no file in it" in remark for remark in found.remarks)


def test_a_file_cannot_be_named_into_another_students_hands(tmp_path: Path) -> None:
    """Only the system's part of the name says whose a file is."""
    forged = "x_zoe_l_attempt_2026-12-24-00-00-00_engine.py"
    files = {**downloads.blackboard()}
    files |= downloads._attempt("Bob Babbage", "bob", "2026-11-23-08-00-00", {forged: b"evil", **BOB})
    found = submissions(lay(tmp_path / "all", files))
    assert (found["zoe_l"].files, found["bob"].files) == (ZOE, BOB)


def test_without_the_texts_names_still_tell_students_apart(tmp_path: Path) -> None:
    """The last part of the name is the user; where two would share it, all of the name."""
    files = {name: data for name, data in downloads.blackboard().items() if not name.endswith(".txt")}
    found = submissions(lay(tmp_path / "all", files))
    assert sorted(found) == ["Homework_1_ada_l", "Homework_1_zoe_l", "bob"]
    assert found["Homework_1_ada_l"].files == ADA


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Nov 22, 2026 1159 AM", "Nov 22, 2026 110 PM"),
        ("Nov 22, 2026 1201 AM", "Nov 22, 2026 1159 AM"),
        ("Nov 9, 2026 900 PM", "Nov 22, 2026 0905 AM"),
        ("Dec 31, 2026 1159 PM", "Jan 1, 2027 1201 AM"),
        ("November 9, 2026 9:00 PM", "November 22, 2026 9:05 AM"),
        ("9 November, 2026 2100", "22 November, 2026 0905"),
    ],
)
def test_d2l_times_are_times(tmp_path: Path, older: str, newer: str) -> None:
    """Noon, midnight, one digit or two: never the order of the letters."""
    files = {f"1-5 - Ada L - {time}/engine.py": time.encode() for time in (older, newer)}
    files["2-5 - Bob - Nov 1, 2026 100 PM/engine.py"] = b""
    assert submissions(lay(tmp_path / "all", files))["1"].files == {"engine.py": newer.encode()}


def test_d2l_times_in_another_language_go_by_the_zip(tmp_path: Path) -> None:
    """A date that we cannot read is not guessed: the newer folder of the zip counts."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for k, day in enumerate((22, 9)):
            name = f"1-5 - Ada L - {day} novembre 2026 21h00/engine.py"
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, k + 1, 0, 0, 0)), str(day))
        archive.writestr("index.html", "")
    assert submissions(tmp_path / "all.zip")["1"].files == {"engine.py": b"9"}
