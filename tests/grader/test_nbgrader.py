"""nbgrader's own tools, from release to export, on notebooks of the sample class."""

import csv
import json
import shutil
from collections.abc import Iterator

import pytest

from grader.bridge import gradebook
from grader.grading import session
from grader.intake import intake
from tests.grader import warm_nbgrader
from tests.grader.courses import Course, Start, copied
from tests.grader.gradebooks import needs_nbgrader, row, ungraded
from tests.grader.handins import LESSON
from tests.grader.notebooks import filled, released, sample
from tests.grader.spreadsheets import formulas

pytestmark = [
    needs_nbgrader,
    pytest.mark.filterwarnings("default"),  # of nbgrader and what it brings
]
# Solved, half done, with two mistakes that cost once each, and untouched.
CLASS = ("ada", "hedy", "niklaus", "radia")


@pytest.fixture(scope="module")
def nbgrader() -> Iterator[Start]:
    """nbgrader's commands, without loading nbgrader each time."""
    with warm_nbgrader.warm() as copies:
        yield copies.run


@pytest.fixture(scope="module")
def course(tmp_path_factory, nbgrader: Start) -> Course:
    """A course that was released, handed in, graded by `nbgrader autograde`, and given feedback on."""
    made = Course(tmp_path_factory.mktemp("course"), nbgrader)
    made.nbgrader("generate_assignment", "first_loop")
    for student in CLASS:
        made.hand_in(student, filled(sample(student)))
    made.nbgrader("autograde", "first_loop")
    made.nbgrader("generate_feedback", "first_loop")
    return made


@pytest.fixture(scope="module")
def boxed() -> dict[str, dict[str, float]]:
    """Points by exercise of the same students, by `grader grade`."""
    grades = {}
    for student in CLASS:
        (entry,) = intake.find(LESSON.root / "tests" / "sample_class" / student, LESSON)
        grades[student] = session.grade(LESSON, intake.read(entry, LESSON))
    return {student: {e.name: e.points for e in grade.exercises} for student, grade in grades.items()}


def scores(course: Course, student: str) -> dict[str, float]:
    """The automatic scores in nbgrader's gradebook, by exercise."""
    return {e.name: row(course.url, student, f"check-{e.name}")["auto_score"] for e in LESSON.exercises}


def exported(course: Course) -> dict[str, dict[str, str]]:
    course.nbgrader("export", "--to", "grades.csv")
    with (course.folder / "grades.csv").open(encoding="utf-8") as file:
        return {line["student_id"]: line for line in csv.DictReader(file)}


def test_release_holds_the_todo_stubs(course: Course):
    """What nbgrader hands out are the lesson's own stubs, cell by cell."""
    path = course.folder / "release" / "first_loop" / "first_loop.ipynb"
    page = json.loads(path.read_text(encoding="utf-8"))
    due = {cell["id"]: cell["source"] for cell in released()["cells"] if cell["cell_type"] == "code"}
    found = {cell["id"]: "".join(cell["source"]) for cell in page["cells"] if cell["cell_type"] == "code"}
    assert found == due


def test_release_holds_no_solution_and_no_rubric(course: Course):
    """Nothing that students should not see is in the folder they get."""
    files = [path for path in (course.folder / "release").rglob("*") if path.is_file()]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files if path.suffix == ".ipynb")
    assert "BEGIN" not in text and "For the grader" not in text and "2 * self.data" not in text
    everything = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files)
    assert not [q.name for q in LESSON.questions if q.rubric in everything]
    assert not [path for path in files if "solutions" in path.parts]
    assert "wrong_backward.py" not in {path.name for path in files}


def test_a_released_notebook_names_mistakes_without_their_code(course: Course, tmp_path, monkeypatch):
    """In a kernel of its own, in a folder of the student's, where no kit is: all that the terminal shows."""
    import nbformat
    from nbclient import NotebookClient

    folder = shutil.copytree(course.folder / "release" / "first_loop", tmp_path / "mine")
    page = nbformat.from_dict(filled(sample("niklaus")))
    page.cells = [c for c in page.cells if c.cell_type == "code" and not c.id.startswith("check-")]
    page.cells.append(nbformat.v4.new_code_cell('check("update")'))
    for name, value in course.environment().items():
        monkeypatch.setenv(name, value)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(page, timeout=120, kernel_name="python3", resources=resources, allow_errors=True).execute()
    (output,) = page.cells[-1].outputs
    assert "It looks as if your <code>update</code>" in output.data["text/html"]
    assert "See for yourself" in output.data["text/html"]
    assert float(output.data["text/plain"]) < 10


@pytest.mark.parametrize("student", CLASS)
def test_autograde_gives_the_points_of_the_box(course: Course, boxed, student):
    """`nbgrader autograde` and `grader grade` agree on every exercise of every student."""
    assert scores(course, student) == boxed[student]


def test_export_has_the_right_points(course: Course, boxed):
    """nbgrader's CSV has everybody's points, of 100."""
    points = {
        student: (float(line["score"]), float(line["max_score"]))
        for student, line in exported(course).items()
    }
    assert {s: points[s] for s in CLASS} == {s: (round(sum(boxed[s].values()), 2), 100.0) for s in CLASS}


def test_written_answers_wait_in_the_gradebook(course: Course):
    """An answer that was given waits for a person; one that was not has 0 points already."""
    waiting = row(course.url, "ada", "answer-why_reset")
    missing = row(course.url, "radia", "answer-why_reset")
    assert (waiting["auto_score"], waiting["needs_manual_grade"]) == (None, True)
    assert (missing["auto_score"], missing["needs_manual_grade"]) == (0, False)


def test_feedback_shows_the_board_and_the_mistake(course: Course):
    """The feedback page has the card of each check, and names a known mistake."""
    page = (course.folder / "feedback" / "niklaus" / "first_loop" / "first_loop.html").read_text(
        encoding="utf-8"
    )
    assert "not right yet" in page and "It looks as if your <code>update</code>" in page
    assert "Says that backward adds to the gradient" in page


@pytest.mark.parametrize(
    ("student", "verdict"), [("ada", "Success!"), ("niklaus", "VALIDATION FAILED ON 3 CELL(S)!")]
)
def test_validate_says_what_a_student_may_expect(course: Course, student, verdict):
    """`nbgrader validate` passes the solved notebook and counts the checks that fail in another."""
    path = course.folder / "submitted" / student / "first_loop" / "first_loop.ipynb"
    folder = course.folder / "release" / "first_loop"
    (folder / f"{student}.ipynb").write_bytes(path.read_bytes())
    assert verdict in course.nbgrader("validate", str(folder / f"{student}.ipynb"))


def test_sync_agrees_with_autograde(course: Course):
    """Writing the box's grades over nbgrader's own changes no score."""
    before = {student: scores(course, student) for student in CLASS}
    entries = intake.find(course.folder / "submitted", LESSON)
    gradebook.sync(LESSON, [session.grade(LESSON, intake.read(e, LESSON)) for e in entries], course.url)
    assert {student: scores(course, student) for student in CLASS} == before


def test_export_leaves_ungraded_students_without_a_score(course: Course):
    """A submission that could not be graded has an empty score in nbgrader's CSV, not 0."""
    gradebook.sync(LESSON, [ungraded("eve")], course.url)
    line = exported(course)["eve"]
    assert (line["raw_score"], line["score"], line["max_score"]) == ("", "", "100.0")


def test_nbgrader_goes_on_from_the_kits_gradebook(course: Course, nbgrader: Start, tmp_path_factory):
    """A gradebook that the kit made knows every cell as nbgrader does: it can autograde and release.

    The first command here starts nbgrader as people start it.
    """
    other = copied(tmp_path_factory, course.folder / "another")
    gradebook.sync(LESSON, [ungraded("eve")], other.url)
    page = filled(sample("niklaus"))
    for cell in page["cells"]:
        if cell["id"] == "check-square":
            cell["source"] = "15.0"  # nbgrader puts back what it remembers of a locked cell
    other.hand_in("niklaus", page)
    other.nbgrader("autograde", "first_loop")
    assert scores(other, "niklaus") == scores(course, "niklaus")
    Course(other.folder, nbgrader).nbgrader("generate_assignment", "first_loop")


def test_export_has_no_formula(tmp_path, monkeypatch):
    """A name that a student chose is text to every spreadsheet, and points are numbers."""
    plugins = pytest.importorskip("grader.nbgrader_plugins")
    columns = "assignment,student_id,last_name,first_name,raw_score,late_submission_penalty,score,max_score"
    page = f"{columns}\na,ada,x;=1+1;y,=1+2,7.5,0.0,7.5,100.0\n"
    monkeypatch.setattr(plugins.CsvExportPlugin, "export", lambda *_: path.write_text(page))
    monkeypatch.setattr(plugins, "_is_ungraded", lambda *_: False)
    path = tmp_path / "grades.csv"
    plugins.Grades(to=str(path)).export(None)
    made = path.read_text(encoding="utf-8")
    assert formulas(made) == []
    assert made.splitlines()[1] == '"a","ada","x;’=1+1;y","’=1+2",7.5,0.0,7.5,100.0'
