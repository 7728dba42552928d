"""The commands: what they print, what they exit with, and what they say when something is wrong."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from grader import ci, cli, lint
from grader.box import confine
from grader.errors import UsageError
from grader.grading import batch, job, record
from grader.grading.journal import JournalLine
from grader.grading.shelf import Shelf
from grader.lesson import catalog
from grader.model import Grade, Lesson, Submission
from tests.grader import gradebooks
from tests.grader.batches import KIT, LESSON, Counted, Inline, hand_in
from tests.grader.courses import copied
from tests.grader.sample_grades import half_done, ungraded
from tests.grader.telling.test_exports import RUNNER


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Grading that costs nothing and counts; no worker is started, and we stand in the kit."""
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    monkeypatch.setattr(ci.session, "grade", counted)
    monkeypatch.setattr(cli.pools.workers, "pool", lambda count: Inline())
    monkeypatch.chdir(KIT)
    return counted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class of two."""
    return hand_in(tmp_path / "class", "ada", "bob")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where reports go."""
    return tmp_path / "reports"


def grader(*arguments: object) -> Result:
    result = CliRunner().invoke(cli.main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def commands(group: click.Group, path: str = "grader") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


# --- help --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "command"), [*commands(cli.main)])
def test_every_command_and_every_option_explains_itself(path: str, command: click.Command) -> None:
    """Nobody has to read the source to use a command."""
    assert command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option))  # type: ignore[attr-defined]
    assert grader(*path.split()[1:], "--help").exit_code == 0


@pytest.mark.parametrize(("path", "command"), [*commands(cli.main)])
def test_every_command_is_in_the_readme(path: str, command: click.Command) -> None:
    """The instructor's page names each command."""
    if not isinstance(command, click.Group):
        assert path in (KIT / "grader" / "README.md").read_text(encoding="utf-8")


def test_version_is_told() -> None:
    """`grader --version` names the kit's version."""
    assert grader("--version").output == "grader, version 0.1.0\n"


# --- grade -------------------------------------------------------------------------------------


def test_a_class_is_graded_in_one_command(folder: Path, out: Path) -> None:
    """Progress goes to standard error; the table and the way to the reports to standard output."""
    result = grader("grade", folder, "--out", out)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == ["1/2 ada: 55 of 55", "2/2 bob: 55 of 55"]
    assert result.stdout.splitlines()[-1] == f"2 graded, 0 could not be graded: {out / 'index.html'}"


def test_who_handed_in_nothing_that_can_be_read_is_named(folder: Path, out: Path) -> None:
    """It is a zero, and so no failure; the closing lines say whose, each time, until there is another."""
    (folder / "zoe.zip").write_bytes(b"no zip")
    for _ in ("graded", "unchanged"):
        result = grader("grade", folder, "--out", out)
        assert result.exit_code == 0
        *_, named, counted = result.stdout.splitlines()
        assert named == "0 points, because nothing could be read of: zoe"
        assert counted.startswith("3 graded, 0 could not be graded")


def test_a_submission_that_cannot_be_graded_has_its_own_exit_code(
    folder: Path, out: Path, graded: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are graded, and scripts can tell that not all were."""
    hand_in(folder, "zoe")

    def fails_on_zoe(lesson: Lesson, submission: Submission, *, confined: bool) -> Grade:
        return ungraded() if submission.student.id == "zoe" else graded(lesson, submission, confined=confined)

    monkeypatch.setattr(job.session, "grade", fails_on_zoe)
    result = grader("grade", folder, "--out", out)
    assert result.exit_code == 3
    assert "2 graded, 1 could not be graded" in result.stdout


def test_only_fresh_grades_everybody_again(folder: Path, out: Path, graded: Counted) -> None:
    """The same command twice grades once; with --fresh once more."""
    grader("grade", folder, "--out", out)
    assert "ada: 55 of 55, unchanged" in grader("grade", folder, "--out", out).stderr
    assert len(graded.calls) == 2
    grader("grade", folder, "--out", out, "--fresh")
    assert len(graded.calls) == 4


def test_a_name_cannot_command_the_terminal(folder: Path, out: Path) -> None:
    """Control characters of a folder's name are shown, not sent."""
    hand_in(folder, "\x1b[31mred")
    assert "\x1b" not in grader("grade", folder, "--out", out).output


def test_grading_unlocked_is_refused_unless_told(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing is named, and so is the option that accepts it; then reports say `advisory`."""
    monkeypatch.setattr(confine, "missing_protections", lambda: ["Landlock version 6"])
    result = grader("grade", folder, "--out", out)
    assert result.exit_code == 4
    assert "Landlock version 6" in result.stderr
    assert "--allow-unconfined" in result.stderr
    assert not out.exists()
    told = []
    monkeypatch.setattr(job.session, "grade", lambda *_, confined: told.append(confined) or ungraded())
    grader("grade", folder, "--out", out, "--allow-unconfined")
    assert told == [False, False]


def test_allowing_it_changes_nothing_where_code_can_be_locked_in(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option accepts what is missing; it takes nothing away."""
    monkeypatch.setattr(confine, "missing_protections", list)
    told = []
    monkeypatch.setattr(job.session, "grade", lambda *_, confined: told.append(confined) or ungraded())
    grader("grade", folder, "--out", out, "--allow-unconfined")
    assert told == [True, True]


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (UsageError("the disk is full", "free some space"), 2)]
)
def test_stopping_says_what_is_kept_and_how_to_go_on(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    """Whatever stops a batch in the middle, the finished grades are counted."""

    def stopped(*_: object) -> Iterator[batch.Finished]:
        yield batch.Finished(half_done(), kept=False)
        raise error

    monkeypatch.setattr(batch, "run", stopped)
    result = grader("grade", folder, "--out", out)
    assert result.exit_code == code
    assert "1 of 2 grades are finished and kept; the same command goes on" in result.stderr
    assert ("Error: the disk is full\nHint: free some space" in result.stderr) is (code == 2)


def test_a_second_grader_is_refused(folder: Path, out: Path) -> None:
    """The message says who holds the folder."""
    with Shelf(out):
        result = grader("grade", folder, "--out", out)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: another grader is at work on {out}: process ")


# --- shards ------------------------------------------------------------------------------------


def grade_shards(folder: Path, into: Path) -> list[Path]:
    """The class in three shards."""
    hand_in(folder, "cy", "anna")
    places = [into / f"shard {number}" for number in (1, 2, 3)]
    for number, place in enumerate(places, 1):
        assert grader("grade", folder, "--out", place, "--shard", f"{number}/3").exit_code == 0
    return places


def test_a_class_is_graded_in_shards_and_merged(folder: Path, out: Path, tmp_path: Path) -> None:
    """The closing words are those of one machine."""
    places = grade_shards(folder, tmp_path)
    result = grader("merge", *places, "--out", out)
    assert result.exit_code == 0
    assert "4/4 bob: 55 of 55" in result.stderr
    assert result.stdout.splitlines()[-1] == f"4 graded, 0 could not be graded: {out / 'index.html'}"
    assert "unchanged" in grader("grade", folder, "--out", out).stderr


def test_what_a_merge_lacks_is_named_and_has_its_exit_code(folder: Path, out: Path, tmp_path: Path) -> None:
    """The reports that are there are merged; a script can tell that the class is not whole."""
    one, *_ = grade_shards(folder, tmp_path)
    result = grader("merge", one, "--out", out)
    assert result.exit_code == 3
    said = result.stderr.splitlines()
    assert said[-2:] == [
        "shard 2/3 is missing, and with it: anna",
        "shard 3/3 is missing, and with it: ada, bob",
    ]
    assert result.stdout.splitlines()[-1].startswith("1 graded")


def test_a_merge_that_is_stopped_says_how_to_go_on(
    folder: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As grading does."""
    places = grade_shards(folder, tmp_path)

    def stopped(*_: object) -> Iterator[batch.Finished]:
        yield batch.Finished(half_done(), kept=False)
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.grading.merging, "run", stopped)
    result = grader("merge", *places, "--out", out)
    assert result.exit_code == 130
    assert "Stopped. 1 of 4 grades are merged; the same command goes on from there." in result.stderr


def test_a_gradebook_takes_the_whole_class(folder: Path, out: Path) -> None:
    """Shards on several machines would write into it at a time."""
    result = grader("grade", folder, "--out", out, "--shard", "1/3", "--gradebook", "sqlite:///gradebook.db")
    assert result.exit_code == 2
    assert "merge the shards" in result.stderr
    assert not out.exists()


# --- a cluster ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--scheduler", "head:8786"], "--insecure-scheduler"),
        (["--scheduler", "tls://head:8786"], "needs --tls-ca"),
        (["--scheduler", "127.0.0.1:8786", "--allow-unconfined"], "leave out --allow-unconfined"),
    ],
)
def test_a_scheduler_that_nobody_should_use_is_refused(
    folder: Path, out: Path, options: list[str], said: str
) -> None:
    """Before anything is sent or written."""
    result = grader("grade", folder, "--out", out, *options)
    assert result.exit_code == 2 and said in result.stderr
    assert not out.exists()


def test_an_open_scheduler_comes_with_a_warning(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever insists knows what that means; and without Dask the way to get it is told."""
    monkeypatch.setitem(sys.modules, "grader.grading.cluster", None)
    monkeypatch.delattr("grader.grading.cluster", raising=False)
    result = grader("grade", folder, "--out", out, "--scheduler", "head:8786", "--insecure-scheduler")
    assert result.exit_code == 2
    assert "whoever reaches it runs code on its workers" in result.stderr
    assert "pip install -e '.[distributed]'" in result.stderr


# --- wrong commands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grde"], "Did you mean one of: 'grade'"),
        (["lint", "first_lop"], "Did you mean 'first_loop'?"),
        (["lint", "quantum"], "lessons there: first_loop"),
        (["grade", "nowhere", "--out", "x"], "nowhere"),
        (
            ["grade", "solutions/first_loop", "--out", "solutions/first_loop/reports"],
            "choose a folder beside them",
        ),
        (["grade", "solutions"], "Missing option '--out'"),
        (["grade", "solutions", "--out", "x", "--shard", "4/3"], "4/3 is no shard"),
        (["merge", "solutions", "--out", "x"], "there is no shard in solutions"),
        (["merge", "--out", "x"], "Missing argument"),
        (["report", "solutions"], "there are no reports in solutions"),
        (["ci", "solutions", "--pass-at", "101"], "--pass-at"),
        (["stubs", "--kit", "grader"], "no lesson"),
    ],
)
def test_a_wrong_command_says_what_to_do(arguments: list[str], said: str) -> None:
    """The exit code is 2, and the message has the next step in it."""
    result = grader(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_outside_of_a_kit_the_way_in_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says where it looked, and names --kit."""
    monkeypatch.chdir(tmp_path)
    result = grader("lint")
    assert result.exit_code == 2
    assert f"no kit found at or above {tmp_path}" in result.stderr
    assert "--kit" in result.stderr


# --- lint, stubs, report -----------------------------------------------------------------------


@pytest.mark.parametrize(("problems", "code"), [([], 0), (["one; do this", "two; do that"], 2)])
def test_lint_prints_each_problem(monkeypatch: pytest.MonkeyPatch, problems: list[str], code: int) -> None:
    """A line for each, with the lesson's name; success only without any."""
    monkeypatch.setattr(lint, "problems", lambda *_, **__: problems)
    result = grader("lint")
    assert result.exit_code == code
    said = problems or ["all is well"]
    assert result.stdout.splitlines() == [f"{name}: {p}" for name in catalog.lesson_names(KIT) for p in said]


def test_stubs_are_written_or_only_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--check` fails where `stubs` would write, and writes nothing."""
    monkeypatch.setattr(cli.lessons.stubs, "drift", lambda _: ["engine.py:3 is not what its solution makes"])
    monkeypatch.setattr(cli.lessons.stubs, "write", lambda _: ["engine.py"])
    names = catalog.lesson_names(KIT)
    assert grader("stubs").output == "".join(f"{name}: engine.py\n" for name in names)
    result = grader("stubs", "--check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "engine.py:3" in result.stderr


def test_reports_are_rendered_again_from_the_record(folder: Path, out: Path, graded: Counted) -> None:
    """What grade.json says by now is on every page, and nothing is graded."""
    grader("grade", folder, "--out", out)
    record = out / "ada" / "grade.json"
    record.write_bytes(record.read_bytes().replace(b'"name": "ada"', b'"name": "Ada the First"'))
    (out / "bob" / "report.md").unlink()
    assert "2 reports rendered again, 2 in all" in grader("report", out).stdout
    pages = [out / name for name in ("index.html", "grades.csv", "ada/report.html", "ada/report.md")]
    assert all("Ada the First" in page.read_text() for page in pages)
    assert (out / "bob" / "report.md").exists()
    assert "0 reports rendered again, 2 in all" in grader("report", out).stdout
    assert len(graded.calls) == 2


# --- ci ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("points", "pass_at", "code"), [(55.0, 100, 0), (54.0, 100, 1), (54.0, 98, 0)])
def test_ci_passes_from_a_share_of_the_points_on(
    monkeypatch: pytest.MonkeyPatch, graded: Counted, points: float, pass_at: int, code: int
) -> None:
    """1 below, 0 from there on; the report is in the log."""
    monkeypatch.setattr(ci.session, "grade", lambda *a, **k: replace(graded(*a, **k), points=points))
    result = grader("ci", "solutions", "--pass-at", pass_at)
    assert result.exit_code == code
    assert LESSON.title in result.stdout.splitlines()[0]


def test_ci_writes_the_files_that_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JUnit, Gradescope, classroom50 with its pages, and GitHub's summary page where its variable is set."""
    names = {"--junit": "junit.xml", "--gradescope": "results.json", "--classroom50": "result.json"}
    for name, value in {**RUNNER, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}.items():
        monkeypatch.setenv(name, value)
    grader("ci", "solutions", *(part for option, name in names.items() for part in (option, tmp_path / name)))
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {*names.values(), "summary.md", "release-body.md", "report.html"}
    assert json.loads((tmp_path / "results.json").read_text())["score"] == 55.0


def test_ci_asks_for_classroom50s_names_first(tmp_path: Path, graded: Counted) -> None:
    """Without them the command says so before it grades, and writes no result that would be refused."""
    result = grader("ci", "solutions", "--classroom50", tmp_path / "result.json")
    assert (result.exit_code, graded.calls, list(tmp_path.iterdir())) == (2, [], [])
    assert "CLASSROOM, ASSIGNMENT, SUBMISSION_TAG" in result.stderr


def test_ci_without_a_grade_is_no_zero(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code is 3, JUnit has an error, and no file has a score."""
    monkeypatch.setattr(ci.session, "grade", lambda *_, **__: ungraded())
    result = grader("ci", "solutions", "--junit", tmp_path / "j.xml", "--gradescope", tmp_path / "g.json")
    assert result.exit_code == 3
    assert "could not be graded, because" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["j.xml"]


def test_ci_on_an_old_kernel_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hosted runner without Landlock gets the reason and the option, not a traceback."""
    monkeypatch.setattr(confine, "missing_protections", lambda: ["Landlock version 6"])
    result = grader("ci", "solutions")
    assert result.exit_code == 4
    assert "missing: Landlock version 6" in result.stderr
    assert "--allow-unconfined" in result.stderr
    assert grader("ci", "solutions", "--allow-unconfined").exit_code == 0


# --- notebooks, marks and the gradebook ----------------------------------------------------------


def test_notebook_writes_a_course_once(tmp_path: Path) -> None:
    """`grader notebook` writes the course, and has nothing to write when it is up to date."""
    first = grader("notebook", "first_loop", "--out", tmp_path)
    assert first.exit_code == 0 and (tmp_path / "source" / "first_loop" / "first_loop.ipynb").is_file()
    assert (
        grader("notebook", "first_loop", "--out", tmp_path).output
        == f"first_loop: 0 files written in {tmp_path}\n"
    )


@pytest.fixture
def reports(out: Path) -> Path:
    """Reports of two students, whose answers wait for marks."""
    with Shelf(out) as shelf:
        for grade in (gradebooks.graded("ada"), gradebooks.graded("bob")):
            line = JournalLine(grade.student.id, grade.student.id, grade.lesson, "graded", "", "")
            shelf.put(line, {"grade.json": record.dumps(grade), "run.json": b"{}"})
    return out


def test_marks_go_out_and_come_back(reports: Path, tmp_path: Path) -> None:
    """`grader mark` writes a worksheet; filled in, it becomes part of the reports."""
    sheet = tmp_path / "marks.csv"
    assert grader("mark", reports, "--sheet", sheet).output == f"6 rows to mark: {sheet}\n"
    text = sheet.read_text(encoding="utf-8-sig").replace(',1.0,"","",""', ',1.0,"",1,""')
    sheet.write_text(text, encoding="utf-8")
    said = grader("mark", reports, "--sheet", sheet, "--read").output
    assert "2 reports changed" in said and "4 answers left to mark: being_wrong 2, why_not_accuracy 2" in said
    assert '"pending_points": 1.0' in (reports / "ada" / "grade.json").read_text()


def give(reports: Path, *options: object) -> Result:
    return grader("mark", reports, "--student", "ada", "--exercise", "square", *options)


def test_a_person_can_give_other_points_than_the_checks(reports: Path) -> None:
    """Record, report, class page and table have them; what the checks gave stays visible, and who decided."""
    with Shelf(reports) as shelf:
        made = gradebooks.graded("ada", square=12.0)
        line = JournalLine("ada", "ada", made.lesson, "graded", "", "")
        shelf.put(line, {"grade.json": record.dumps(made), "run.json": b"{}"})
    said = give(reports, "--points", 15, "--comment", "right idea", "--by", "Dr. Lee").output
    assert said == "ada, square: the checks gave 12, you gave 15\n"
    for name in ("report.html", "report.md"):
        page = (reports / "ada" / name).read_text().replace("\\", "")
        assert re.search(
            r"The checks gave 12 of 15, your teacher gave 15 \(Dr. Lee, \d{4}-\d\d-\d\d\): right idea", page
        )
    assert "square 12 → 15" in (reports / "changes.csv").read_text()
    assert "a person's points for square" in (reports / "changes.csv").read_text()
    give(reports, "--points", 14)
    assert "your teacher gave 14" in (page := (reports / "ada" / "report.html").read_text())
    assert "right idea" in page  # nobody took that back
    give(reports, "--points", 15, "--comment", "")
    assert "right idea" not in (reports / "ada" / "report.html").read_text()
    give(reports, "--take-back")
    assert "your teacher" not in (reports / "ada" / "report.html").read_text()
    assert '"points": 12.0' in (reports / "ada" / "grade.json").read_text()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--points", 16], "square has 0 to 15 points"),
        (["--points", "nan"], "square has 0 to 15 points"),
        ([], "either --points or --take-back"),
        (["--points", 1, "--take-back"], "either --points or --take-back"),
        (["--points", 1, "--exercise", "sqare"], "there is no exercise sqare"),
        (["--points", 1, "--student", "adda"], "there is no report of adda"),
    ],
)
def test_points_that_nobody_can_have_are_refused(reports: Path, options: list[object], said: str) -> None:
    """With what to do instead, and nothing is written."""
    result = give(reports, *options)
    assert result.exit_code == 2 and said in result.stderr
    assert not (reports / "changes.csv").exists()


def test_given_points_outlive_a_regrade_and_ask_for_another_look(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stay when the checks come to another result, and are named until a person has looked."""

    def run(square: float) -> str:
        monkeypatch.setattr(
            job.session, "grade", lambda _, s, **__: gradebooks.graded(s.student.id, square=square)
        )
        return grader("grade", folder, "--out", out, "--fresh").stdout

    run(5.0)
    grader("mark", out, "--student", "ada", "--exercise", "square", "--points", 12)
    assert "look again" not in run(5.0)
    assert "look again: ada square\n" in run(10.0)
    assert "has changed since a person gave points for square (12)" in (out / "index.html").read_text()
    assert [row.split(",")[-1] for row in (out / "grades.csv").read_text().splitlines()] and (
        json.loads((out / "ada" / "grade.json").read_text())["exercises"][1]["points"] == 12.0
    )
    grader("mark", out, "--student", "ada", "--exercise", "square", "--points", 12)
    assert "look again" not in run(10.0)


def test_marks_outlive_new_reports(reports: Path, tmp_path: Path) -> None:
    """The sheet of before is read into reports that were made again; an answer that changed is named."""
    sheet = tmp_path / "marks.csv"
    grader("mark", reports, "--sheet", sheet)
    sheet.write_text(
        sheet.read_text(encoding="utf-8-sig").replace(',1.0,"","",""', ',1.0,"",1,""'), encoding="utf-8"
    )
    changed = {**gradebooks.ANSWERS, "why_reset": "Another answer."}
    with Shelf(reports) as shelf:
        for grade in (gradebooks.graded("ada", square=5.0), gradebooks.graded("bob", changed)):
            line = JournalLine(grade.student.id, grade.student.id, grade.lesson, "graded", "", "")
            shelf.put(line, {"grade.json": record.dumps(grade), "run.json": b"{}"})
    said = grader("mark", reports, "--sheet", sheet, "--read")
    assert said.exit_code == 0
    assert "(bob): the answer to why_reset has changed since" in said.output
    assert '"pending_points": 1.0' in (reports / "ada" / "grade.json").read_text()
    assert '"pending_points": 2.0' in (reports / "bob" / "grade.json").read_text()
    grader("mark", reports, "--sheet", tmp_path / "next.csv")
    assert "was 1; the answer has changed" in (tmp_path / "next.csv").read_text(encoding="utf-8-sig")


def test_a_regrade_tells_what_it_changed(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing changes in silence: how many grades, whose, and why."""
    for square in (15.0, 5.0):
        monkeypatch.setattr(
            job.session, "grade", lambda _, s, *, at=square, **__: gradebooks.graded(s.student.id, square=at)
        )
        said = grader("grade", folder, "--out", out, "--fresh").output
        assert ("2 grades changed" in said) == (square == 5.0)
    assert "square 15 → 5" in said and "nothing that is on" in said


def test_rows_that_cannot_be_placed_are_said(reports: Path, tmp_path: Path) -> None:
    """Rows of a worksheet that fit nowhere are named, the others are read, and the exit code tells."""
    sheet = tmp_path / "marks.csv"
    grader("mark", reports, "--sheet", sheet)
    page = (
        sheet.read_text(encoding="utf-8-sig").replace(',1.0,"","",""', ',1.0,"",1,""') + "k0,x,x,x,x,1,,1,\n"
    )
    sheet.write_text(page, encoding="utf-8")
    result = grader("mark", reports, "--sheet", sheet, "--read")
    assert result.exit_code == 2 and "(x): no answer has the key k0" in result.output
    assert "2 reports changed" in result.output


@pytest.fixture
def book(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> str:
    """The URL of a gradebook that knows the lesson and no student."""
    return copied(tmp_path_factory, tmp_path / "course").url


@gradebooks.needs_nbgrader
@pytest.mark.filterwarnings("default")  # of nbgrader and what it brings
def test_grades_and_marks_go_through_the_gradebook(reports: Path, book: str) -> None:
    """What `gradebook sync` wrote can be marked in nbgrader; `report --gradebook` brings the marks back."""
    assert "2 new, 0 changed" in grader("gradebook", "sync", reports, "--gradebook", book).output
    assert "2 as they were" in grader("gradebook", "sync", reports, "--gradebook", book).output
    gradebooks.enter(book, "ada", "answer-why_reset", manual_score=1.0, manual_comment="clear")
    assert "1 report changed" in grader("report", reports, "--gradebook", book).output
    assert "clear" in (reports / "ada" / "report.html").read_text()


@gradebooks.needs_nbgrader
@pytest.mark.filterwarnings("default")  # of nbgrader and what it brings
def test_marks_in_the_gradebook_are_for_the_answer_that_was_read(
    folder: Path, out: Path, book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come along when a student hands in again; at a new answer they wait, until somebody looks."""
    answers = dict(gradebooks.ANSWERS)
    monkeypatch.setattr(job.session, "grade", lambda _, s, **__: gradebooks.graded(s.student.id, answers))

    def points() -> tuple[float | None, ...]:
        with Shelf(out) as shelf:
            found = {w.name: w.points for w in shelf.grades()["ada"].written}
        return found["why_reset"], found["synthesis"]

    grader("grade", folder, "--out", out, "--gradebook", book)
    for question in ("why_reset", "synthesis"):
        gradebooks.enter(book, "ada", f"answer-{question}", manual_score=0.5)
    answers["why_reset"] = "Another answer."
    grader("grade", folder, "--out", out, "--gradebook", book, "--fresh")
    assert points() == (None, 0.5)
    assert gradebooks.row(book, "ada", "answer-why_reset")["needs_manual_grade"]
    grader("report", out, "--gradebook", book)
    assert points() == (None, 0.5)
    gradebooks.enter(book, "ada", "answer-why_reset", manual_score=0.5)
    grader("report", out, "--gradebook", book)
    assert points() == (0.5, 0.5)


@gradebooks.needs_nbgrader
@pytest.mark.filterwarnings("default")  # of nbgrader and what it brings
def test_grading_fills_the_gradebook(
    folder: Path, out: Path, book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`grader grade --gradebook` writes what it graded."""
    monkeypatch.setattr(
        job.session, "grade", lambda _, submission, **__: gradebooks.graded(submission.student.id)
    )
    result = grader("grade", folder, "--out", out, "--gradebook", book)
    assert "gradebook: 2 new, 0 changed, 0 as they were" in result.output


# --- the class list ----------------------------------------------------------------------------


def test_a_class_list_names_who_is_missing(folder: Path, out: Path, tmp_path: Path) -> None:
    """Who handed in nothing, and who is on no list; a list that is none is refused before grading."""
    (tmp_path / "list.csv").write_text("id,name\nada,Ada Lovelace\ngrace,\x1b[31mGrace\n")
    result = grader("grade", folder, "--out", out, "--roster", tmp_path / "list.csv")
    assert result.exit_code == 0
    assert r"1 handed in nothing: \x1b[31mGrace" in result.output
    assert "1 not on the class list: bob" in result.output
    (tmp_path / "list.csv").write_text("nothing")
    result = grader("grade", folder, "--out", tmp_path / "other", "--roster", tmp_path / "list.csv")
    assert (result.exit_code, "is no class list" in result.output) == (2, True)
    assert not (tmp_path / "other").exists()


# --- export ------------------------------------------------------------------------------------


def test_points_and_reports_go_back_to_the_system(folder: Path, out: Path, tmp_path: Path) -> None:
    """Into a new file beside theirs, with all that should be known; a second run writes over nothing."""
    theirs = tmp_path / "grades.csv"
    theirs.write_bytes(b"name,note,points\r\nada,=1+1,\r\nGrace,,3\r\n")
    grader("grade", folder, "--out", out)
    command = (
        "export",
        out,
        "--to",
        "csv",
        "--sheet",
        theirs,
        "--feedback",
        tmp_path / "back.zip",
        "--unmarked",
    )
    result = grader(*command)
    assert result.exit_code == 0, result.output
    assert theirs.read_bytes() == b"name,note,points\r\nada,=1+1,\r\nGrace,,3\r\n"
    assert (tmp_path / "grades-filled.csv").read_bytes() == b"name,note,points\r\nada,=1+1,55\r\nGrace,,3\r\n"
    assert "1 graded, and in no row of the sheet: bob" in result.output
    assert "back.zip: 2 reports" in result.output
    again = grader(*command)
    assert (again.exit_code, "is there already" in again.output) == (2, True)


def test_an_export_needs_something_to_do(folder: Path, out: Path, tmp_path: Path) -> None:
    grader("grade", folder, "--out", out)
    for options, said in (
        ((), "nothing to do"),
        (("--sheet", tmp_path / "none.csv"), "none.csv: No such file"),
    ):
        result = grader("export", out, "--to", "moodle", *options)
        assert (result.exit_code, said in result.output) == (2, True)


# --- the rules of a course ---------------------------------------------------------------------


def test_a_course_changes_what_counts_and_no_record(folder: Path, out: Path, tmp_path: Path) -> None:
    """In the reports and in what is exported; new rules need no grading, wrong ones are named."""
    course, theirs = tmp_path / "course.toml", tmp_path / "grades.csv"
    theirs.write_bytes(b"id,points\nada,\n")
    course.write_text("[points]\nsquare = 30\n")
    assert grader("grade", folder, "--out", out, "--course", course).exit_code == 0
    record = (out / "ada" / "grade.json").read_bytes()
    assert "counts as <strong>70</strong>" in (out / "ada" / "report.html").read_text(encoding="utf-8")
    course.write_text("[points]\nsquare = 0\n")
    assert grader("report", out, "--course", course).exit_code == 0
    assert "counts as <strong>40</strong>" in (out / "ada" / "report.html").read_text(encoding="utf-8")
    assert (out / "ada" / "grade.json").read_bytes() == record
    grader("export", out, "--to", "csv", "--sheet", theirs, "--unmarked")
    assert (tmp_path / "grades-filled.csv").read_bytes() == b"id,points\nada,40\n"
    table = tmp_path / "points.csv"
    assert grader("export", out, "--to", "csv", "--unmarked", "--out", table).exit_code == 0
    assert '"ada","ada","","","",85.0,40.0\n' in table.read_text(encoding="utf-8")
    course.write_text("[points]\nsqare = 0\n")
    result = grader("report", out, "--course", course)
    assert (result.exit_code, "points.sqare is no exercise" in result.output) == (2, True)


@pytest.mark.parametrize("page", ["index.html", "grades.csv"])
def test_pages_of_somebody_else_are_not_written_over(folder: Path, out: Path, page: str) -> None:
    """A folder with a page in it and no report may be a website; one of ours may be graded into again."""
    out.mkdir()
    (out / page).write_text("mine")
    done = grader("grade", folder, "--lesson", LESSON.name, "--out", out)
    assert done.exit_code == 2 and "no reports were ever written there" in done.output
    assert [path.name for path in out.iterdir()] == [page] and (out / page).read_text() == "mine"
    (out / page).unlink()
    for _ in range(2):
        assert grader("grade", folder, "--lesson", LESSON.name, "--out", out).exit_code == 0
