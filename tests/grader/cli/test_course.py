"""A course of several lessons: one command, a folder for each lesson, and pages of all of them together."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from grader import cli
from grader.grading import job
from grader.lesson import catalog
from grader.model import CheckResult, CheckStatus, ExerciseResult, Grade, Lesson, Student, Submission
from grader.telling import report
from grader.telling.report.course import Result
from tests.grader import sample_grades
from tests.grader.batches import KIT, Inline, lasting
from tests.grader.cli.test_cli import grader
from tests.grader.telling.test_report import Page

LESSONS = [catalog.load(KIT, name) for name in catalog.lesson_names(KIT)]
FIRST, SECOND = LESSONS[:2]
WRONG = b"# wrong\n"


class Graded:
    """In place of grading: full marks, none for what is marked as wrong, and a list of what was graded."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []

    def __call__(self, lesson: Lesson, submission: Submission, *, confined: bool) -> Grade:
        self.calls.append((lesson.name, submission.student.id))
        wrong = submission.unread or WRONG in submission.files.values()
        results = tuple(_result(lesson, number, bool(wrong)) for number in range(len(lesson.exercises)))
        return replace(
            sample_grades.perfect(),
            lesson=lesson.name,
            lesson_title=lesson.title,
            student=submission.student,
            reason=submission.unread or None,
            exercises=results,
            points=sum(result.points for result in results),
            max_points=sum(exercise.points for exercise in lesson.exercises),
        )


def _result(lesson: Lesson, number: int, wrong: bool) -> ExerciseResult:
    exercise = lesson.exercises[number]
    status: CheckStatus = "failed" if wrong else "passed"
    check = CheckResult("test_1", "Claim", status, 0.0 if wrong else exercise.points, exercise.points)
    about = (exercise.name, exercise.title, exercise.file)
    return ExerciseResult(*about, status, check.points, exercise.points, (check,))


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> Graded:
    """Grading that costs nothing and counts; no worker is started, and we stand in the kit."""
    counted = Graded()
    monkeypatch.setattr(job.session, "grade", counted)
    monkeypatch.setattr(cli.pools.workers, "pool", lambda count: Inline())
    monkeypatch.chdir(KIT)
    return counted


def hand_in(folder: Path, student: str, *lessons: Lesson, **changed: bytes) -> None:
    """The solutions of some lessons, each in its folder; `first_loop=…` is engine.py of that one."""
    for lesson in lessons:
        place = folder / student / lesson.name
        place.mkdir(parents=True, exist_ok=True)
        for name in lesson.files:
            (place / name).write_bytes((lesson.solutions / name).read_bytes())
        if lesson.name in changed:
            (place / "engine.py").write_bytes(changed[lesson.name])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ada has done two lessons, Bob one of them wrongly, and Cy only the first."""
    place = tmp_path / "class"
    hand_in(place, "ada", FIRST, SECOND)
    hand_in(place, "bob", FIRST, SECOND, two_parameters=WRONG)
    hand_in(place, "cy", FIRST)
    return place


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "reports"


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


# --- grading -----------------------------------------------------------------------------------


def test_all_lessons_that_are_there_are_graded_in_one_run(folder: Path, out: Path) -> None:
    """Each in a folder of its own, with pages of all above, and a folder a student to be given back."""
    result = grader("grade", folder, "--out", out)
    assert result.exit_code == 0
    assert "lessons: first_loop, two_parameters\n" in result.stderr and "6/6 " in result.stderr
    assert "2 lessons of 3 students graded" in result.stdout
    assert {p.name for p in out.iterdir()} == {
        *(".grader", "course.json", "grades.csv", "index.html"),
        *("students", "first_loop", "two_parameters"),
    }
    pages = {p.name for p in (out / "students" / "ada").iterdir()}
    assert pages == {"report.html", "first_loop.html", "two_parameters.html"}
    own = (out / "students" / "ada" / "first_loop.html").read_bytes()
    assert own == report.within_course((out / "first_loop" / "ada" / "report.html").read_bytes())
    assert Page(own.decode()).all("a")[0]["href"] == "report.html"


def test_a_lesson_of_a_course_is_what_it_would_be_alone(folder: Path, out: Path, tmp_path: Path) -> None:
    """Byte for byte, but for the link to the other lessons on its class page."""
    grader("grade", folder, "--out", out)
    grader("grade", folder, "--out", tmp_path / "alone", "--lesson", "first_loop")
    alone, within = lasting(tmp_path / "alone"), lasting(out / "first_loop")
    link = b'<a href="../index.html">All lessons</a> \xc2\xb7 '
    assert link in within["index.html"]
    within["index.html"] = within["index.html"].replace(link, b"")
    assert within == alone


def test_points_stand_by_lesson_and_in_sum(folder: Path, out: Path) -> None:
    """In the table on the terminal, in the CSV and on the page; who handed in nothing of a lesson has 0."""
    said = grader("grade", folder, "--out", out).stdout
    assert "cy 95 of 95 not handed in" in " ".join(said.split())
    table = rows(out / "grades.csv")
    assert [table["bob"][key] for key in ("first_loop", "two_parameters", "points")] == [
        "95.0",
        "0.0",
        "95.0",
    ]
    assert table["ada"]["points"] == "190.0" and table["cy"]["max_points"] == "190.0"
    shown = Page((out / "index.html").read_text(encoding="utf-8"))
    assert shown.has("2 lessons, 3 students") and shown.has("not handed in")
    assert [a["href"] for a in shown.all("a")][:2] == ["first_loop/index.html", "two_parameters/index.html"]


def test_a_students_page_links_the_lessons_and_says_what_is_next(folder: Path, out: Path) -> None:
    """All links stay inside of the student's own folder."""
    grader("grade", folder, "--out", out)
    shown = Page((out / "students" / "bob" / "report.html").read_text(encoding="utf-8"))
    links = [a["href"] for a in shown.all("a")]
    assert links == ["two_parameters.html", "first_loop.html", "two_parameters.html"]
    assert shown.has("95 of 190 points") and shown.has(f"Next: {SECOND.exercises[0].title}")


def test_the_same_command_goes_on_from_there(folder: Path, out: Path, graded: Graded) -> None:
    """What has not changed is not graded again, and of what has changed only the lesson it is of."""
    grader("grade", folder, "--out", out)
    before = lasting(out)
    graded.calls.clear()
    grader("grade", folder, "--out", out)
    assert not graded.calls and lasting(out) == before
    hand_in(folder, "ada", SECOND, two_parameters=WRONG)
    grader("grade", folder, "--out", out)
    assert graded.calls == [("two_parameters", "ada")]
    assert rows(out / "grades.csv")["ada"]["points"] == "95.0"
    again = (out / "students" / "ada" / "two_parameters.html").read_bytes()
    assert again == report.within_course((out / "two_parameters" / "ada" / "report.html").read_bytes())


def test_a_lesson_may_come_later(folder: Path, out: Path, graded: Graded) -> None:
    """One that is named joins the course; the others stay as they are."""
    grader("grade", folder, "--out", out, "--lesson", "first_loop", "--lesson", "gradient_check")
    graded.calls.clear()
    grader("grade", folder, "--out", out, "--lesson", "two_parameters")
    assert {lesson for lesson, _ in graded.calls} == {"two_parameters"}
    head = (out / "grades.csv").read_text(encoding="utf-8").splitlines()[0]
    assert head.endswith(
        '"pending_points","first_loop","two_parameters","gradient_check",'
        '"all_points","course_points","course_maximum","group","section"'
    )


def test_a_course_and_a_lesson_do_not_share_a_folder(folder: Path, out: Path) -> None:
    """Reports of one lesson are not mixed with folders of several."""
    grader("grade", folder, "--out", out, "--lesson", "first_loop")
    result = grader("grade", folder, "--out", out)
    assert result.exit_code == 2 and "holds the reports of one lesson" in result.stderr


def test_a_folder_of_another_lesson_is_not_read_as_this_one(folder: Path, out: Path) -> None:
    """Lessons have files of the same names; what lies in another lesson's folder is that lesson's."""
    grader("grade", folder, "--out", out)
    said = (out / "two_parameters" / "cy" / "report.md").read_text(encoding="utf-8")
    assert "nothing of this lesson is in it, only “first\\_loop”" in said


def test_loose_files_are_those_of_the_lesson_that_alone_has_them(folder: Path, out: Path) -> None:
    """engine.py is of every lesson: it is read where a file beside it says which one is meant."""
    for student, lesson in (("dora", FIRST), ("eve", SECOND)):
        (folder / student).mkdir()
        for name in lesson.files:
            (folder / student / name).write_bytes((lesson.solutions / name).read_bytes())
    grader("grade", folder, "--out", out)
    table = rows(out / "grades.csv")
    assert [table["dora"][lesson.name] for lesson in (FIRST, SECOND)] == ["95.0", "0.0"]
    assert [table["eve"][lesson.name] for lesson in (FIRST, SECOND)] == ["0.0", "95.0"]
    said = (out / "two_parameters" / "dora" / "report.md").read_text(encoding="utf-8").replace("\\", "")
    assert "only files of first_loop; put those of this lesson into a folder two_parameters" in said


def test_a_lesson_that_one_student_of_many_has_is_graded(tmp_path: Path, out: Path) -> None:
    """The last of 30, who is ahead of all others."""
    for number in range(30):
        hand_in(tmp_path / "class", f"s{number:02}", FIRST, *([SECOND] if number == 29 else []))
    assert "lessons: first_loop, two_parameters\n" in grader("grade", tmp_path / "class", "--out", out).stderr


def test_who_handed_in_nothing_stands_on_the_page_of_the_course(folder: Path, out: Path) -> None:
    """And in its table, with the group, the section and the maximum that is the same for everyone."""
    people = folder.with_name("people.csv")
    people.write_text("id,name,group,section\nada,Ada,Team 1,A\nzed,Zed Zero,Team 2,B\n", encoding="utf-8")
    rules = folder.with_name("course.toml")
    rules.write_text("[points]\nsquare = 0\n", encoding="utf-8")
    result = grader("grade", folder, "--out", out, "--roster", people, "--course", rules)
    assert result.exit_code == 0
    page = Page((out / "index.html").read_text(encoding="utf-8"))
    assert page.has("Nothing handed in: 1 student") and page.has("Zed Zero")
    table = rows(out / "grades.csv")
    assert {row["all_points"] for row in table.values()} == {"200.0"}
    assert {row["course_maximum"] for row in table.values()} == {"185.0"}
    assert (table["ada"]["group"], table["ada"]["section"]) == ("Team 1", "A")
    assert (table["zed"]["points"], table["zed"]["course_points"], table["zed"]["group"]) == (
        "",
        "",
        "Team 2",
    )


# --- in parts, with marks ----------------------------------------------------------------------


def test_shards_of_a_course_are_merged_into_what_one_machine_makes(
    folder: Path, out: Path, tmp_path: Path
) -> None:
    """Every file of every lesson, and the pages above them."""
    places = [tmp_path / f"shard {number}" for number in (1, 2)]
    for number, place in enumerate(places, 1):
        assert grader("grade", folder, "--out", place, "--shard", f"{number}/2").exit_code == 0
    whole = tmp_path / "whole"
    grader("grade", folder, "--out", whole)
    assert grader("merge", *places, "--out", out).exit_code == 0
    assert lasting(out) == lasting(whole)


def test_a_merge_names_what_a_course_lacks(folder: Path, out: Path, tmp_path: Path) -> None:
    """In every lesson, with its own exit code."""
    grader("grade", folder, "--out", tmp_path / "one", "--shard", "3/3")
    result = grader("merge", tmp_path / "one", "--out", out)
    assert result.exit_code == 3 and result.stderr.count("is missing, and with it: cy") == 2


def test_marks_of_a_lesson_reach_the_pages_of_the_course(folder: Path, out: Path, tmp_path: Path) -> None:
    """The worksheet is of one lesson; the sum counts what it gives."""
    grader("grade", folder, "--out", out)
    assert "name one with --lesson: first_loop, two_parameters" in grader("mark", out).stderr
    sheet = tmp_path / "marks.csv"
    options = ("--lesson", "first_loop", "--sheet", sheet)
    assert grader("mark", out, *options).exit_code == 0
    with sheet.open(newline="", encoding="utf-8-sig") as file:
        table = list(csv.reader(file))
    at = table[0].index("points")
    for row in table[1:]:
        row[at] = "0.5"
    with sheet.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(table)
    assert grader("mark", out, *options, "--read").exit_code == 0
    assert rows(out / "grades.csv")["ada"]["points"] == "191.0"


def test_a_course_is_rendered_again_as_a_whole(folder: Path, out: Path) -> None:
    """All lessons, and what stands above them."""
    grader("grade", folder, "--out", out)
    before = lasting(out)
    for page in (
        "index.html",
        "students/ada/report.html",
        "first_loop/index.html",
        "two_parameters/ada/report.md",
    ):
        (out / page).write_text("gone")
    assert grader("report", out).exit_code == 0
    assert lasting(out) == before


@pytest.mark.parametrize("written", ["{", "[]", '{"schema": "other", "lessons": []}'])
def test_a_damaged_list_of_lessons_is_told(folder: Path, out: Path, written: str) -> None:
    """Nobody guesses which lessons there are."""
    out.mkdir()
    (out / "course.json").write_text(written)
    assert "course.json cannot be read" in grader("grade", folder, "--out", out).stderr


# --- what the pages say ------------------------------------------------------------------------


def result(status: str = "passed", got: float = 10.0) -> Result:
    return Result(status, got, 20.0, 1.0, False, "", got)  # type: ignore[arg-type]


def made(*of: Callable[[], Result] | Result | None) -> report.Course:
    """A course in which one student has these results."""
    ada = Student("ada", "Ada")
    found = {lesson.name: {} if r is None else {ada: r} for lesson, r in zip(LESSONS, of, strict=False)}
    return report.joined(LESSONS[: len(of)], found)  # type: ignore[arg-type]


def test_a_lesson_that_could_not_be_graded_is_no_zero_in_a_sum() -> None:
    """There is no sum then, on no page and in no table."""
    course = made(result(), result("ungraded", 0.0))
    row = report.course_csv(course).splitlines()[1]
    assert row == '"ada","Ada","",40.0,2.0,10.0,"",200.0,"",200.0,"",""'
    assert Page(report.learner(course.learners[0], course)).has("there is no sum yet. This is not a zero.")
    assert course.quartiles is None


def test_rules_of_the_course_count_in_its_table() -> None:
    """The sum of what the exports of the lessons have; the page says where it is."""
    course = made(replace(result(), counts=20.0), result())
    assert report.course_csv(course).splitlines()[1].endswith(',10.0,10.0,200.0,30.0,200.0,"",""')
    assert "stands in grades.csv" in "".join(report.course_parts(course))
    assert "stands in grades.csv" not in "".join(report.course_parts(made(result(), result())))


def test_a_lesson_without_a_report_is_said() -> None:
    """Somebody who joined later has none for the first lesson."""
    course = made(result(), None)
    assert Page(report.learner(course.learners[0], course)).has("no report yet")
    assert report.course_csv(course).splitlines()[1].endswith(',10.0,"",200.0,10.0,200.0,"",""')
