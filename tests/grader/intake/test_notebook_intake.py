"""A notebook becomes the lesson's files by cell id: nothing is run, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import SubmissionError
from grader.grading import session
from grader.intake import intake
from grader.intake.notebook_intake import read
from grader.lesson.stubs import stubs_for
from tests.fuzzing import fuzz
from tests.grader.handins import LESSON, zipped
from tests.grader.notebooks import (
    SAMPLES,
    edited,
    filled,
    lay_notebook,
    packed,
    released,
    sample,
    solved,
)

ENGINE = "engine-Value"


def files(page) -> dict[str, str]:
    return {name: content.decode() for name, content in read(LESSON, packed(page)).files.items()}


def remark(page) -> str:
    """The one remark about a notebook, besides the one about line numbers."""
    *found, _ = read(LESSON, packed(page)).remarks
    return " | ".join(found)


def moved(page, cell: str, place: int):
    taken = next(c for c in page["cells"] if c["id"] == cell)
    page["cells"].remove(taken)
    page["cells"].insert(place, taken)
    return page


def doubled(page, cell: str, **change):
    original = next(c for c in page["cells"] if c["id"] == cell)
    page["cells"].append({**original, "id": "a1b2c3d4", **change})
    return page


def without(page, cell: str):
    page["cells"] = [c for c in page["cells"] if c["id"] != cell]
    return page


def test_untouched_notebook_is_the_stubs():
    """The notebook as it is handed out makes up the very files that are handed out."""
    assert files(released()) == stubs_for(LESSON)
    assert remark(released()) == ""


def test_outputs_do_not_matter():
    """What a cell has shown is no part of the work."""
    page = edited(
        solved(), ENGINE, lambda c: c.update(outputs=[{"output_type": "stream", "text": "x" * 9999}])
    )
    assert files(page) == files(solved())


def test_deleted_cell_costs_its_own_exercise():
    """A missing cell is named; the stub stands in its place, and the rest of its file is the student's."""
    page = without(solved(), "training-update")
    assert remark(page) == "the cell `training-update` is missing, so there is nothing of it to check"
    assert "update in training.py is still to do" in files(page)["training.py"]
    assert "loss.backward()" in files(page)["training.py"]


def test_order_of_cells_does_not_matter():
    """Files are put together in the lesson's order; a cell that stands elsewhere is named."""
    page = moved(solved(), "training-train", 0)
    assert files(page) == files(solved())
    assert remark(page) == "cells that stand elsewhere than in the lesson: `training-train`"


def test_retyped_cell_is_read_as_what_it_was():
    """Code that was turned into text is still that cell's code, as in nbgrader; it is named."""
    page = edited(solved(), ENGINE, lambda c: c.update(cell_type="markdown"))
    assert files(page) == files(solved())
    assert remark(page) == "the cell `engine-Value` was turned from code into markdown; it was read as code"


def test_original_counts_before_its_copy():
    """Jupyter gives a copied cell another id: the one with the lesson's id is the original."""
    page = doubled(solved(), ENGINE, source="class Value: pass")
    assert files(page) == files(solved())
    assert remark(page) == "the cell `engine-Value` is there more than once; the original counts"


def test_two_originals_are_not_chosen_between():
    """Two different cells with one id cost this cell, and are named."""
    page = doubled(solved(), "training-update", id="training-update", source="def update(w, lr): pass")
    assert "nobody can say which counts" in remark(page)
    assert "update in training.py is still to do" in files(page)["training.py"]


def test_two_equal_copies_are_one():
    """A copy that says the same costs nothing."""
    assert files(doubled(solved(), ENGINE, id=ENGINE)) == files(solved())


def test_cells_are_known_by_either_id():
    """Where nbgrader's metadata got lost, the notebook's own cell ids are enough; and the other way round."""
    bare, renamed = solved(), solved()
    for number, cell in enumerate(bare["cells"]):
        cell["metadata"] = {}
        renamed["cells"][number]["id"] = f"c{number}"
    assert files(bare) == files(solved()) == files(renamed)


def test_changed_given_code_is_ours_again():
    """Code that the lesson gives is taken from the lesson, not from the notebook."""
    page = edited(solved(), "training-start", lambda c: c.update(source="launch_rockets()"))
    assert files(page) == files(solved())


def test_own_cells_are_named():
    """Cells that a student added are not part of the files, and the student is told."""
    page = solved()
    page["cells"].append({"cell_type": "code", "id": "x", "metadata": {}, "source": "helper = 1"})
    assert files(page) == files(solved())
    assert remark(page) == "1 cell of your own are not part of what is graded"


def test_magic_lines_are_left_out():
    """Lines that only notebooks understand become comments, so that no line moves; this is said."""
    page = edited(solved(), "training-update", lambda c: c.update(source="%timeit 1\n!ls\n" + c["source"]))
    assert "# %timeit 1\n# !ls\ndef update" in files(page)["training.py"]
    assert "only notebooks understand" in remark(page)


def test_written_answers_stand_below_their_questions():
    """An answer cell becomes the answer in reflections.md, and counts as answered."""
    page = edited(released(), "answer-why_reset", lambda c: c.update(source="Because it adds."))
    assert "step?\n\nBecause it adds.\n\n## 5." in files(page)["reflections.md"]


@pytest.mark.parametrize(
    "student", sorted(p.name for p in SAMPLES.iterdir() if p.is_dir() and p.name != "guido")
)
def test_notebook_and_files_get_the_same_grade(student, tmp_path):
    """The same work as a notebook and as files gets the same points and the same written answers."""
    (as_files,) = intake.find(SAMPLES / student, LESSON)
    (as_notebook,) = intake.find(lay_notebook(tmp_path, filled(sample(student))), LESSON)
    one, other = (session.grade(LESSON, intake.read(entry, LESSON)) for entry in (as_files, as_notebook))
    assert one.points is not None
    assert [(e.name, e.points) for e in other.exercises] == [(e.name, e.points) for e in one.exercises]
    assert [(w.name, w.text) for w in other.written] == [(w.name, w.text) for w in one.written]


# --- what is no notebook -------------------------------------------------------------------------

BROKEN = {
    "empty": (b"", "no valid JSON"),
    "cut off": (packed(released())[:5000], "no valid JSON"),
    "no JSON": (b"print('hello')", "no valid JSON"),
    "UTF-16": ('{"cells": []}'.encode("utf-16"), "not UTF-8"),
    "deep": (b'{"cells": ' + b"[" * 100_000, "no valid JSON"),
    "a long number": (b'{"cells": [' + b"9" * 10_000 + b"]}", "no valid JSON"),
    "too many objects": (b'{"cells": [' + b"[]," * 600_000 + b"[]]}", "too large"),
    "too many bytes": (b'{"cells": [], "x": "' + b"x" * (16 << 20) + b'"}', "too large .16 MB."),
    "a list": (b"[]", "no list of cells"),
    "no cells": (b'{"nbformat": 4}', "no list of cells"),
    "format 3": (b'{"nbformat": 3, "worksheets": []}', "format 3, and only format 4"),
    "no format": (b'{"cells": []}', "format None, and only format 4"),
    "other lesson": (b'{"nbformat": 4, "cells": [{"source": "x"}]}', "none of the cells of first_loop"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_notebook_says_why(name):
    """A file that cannot be read as the lesson's notebook is refused with its reason and a next step."""
    data, reason = BROKEN[name]
    with pytest.raises(SubmissionError, match=reason) as refused:
        read(LESSON, data)
    assert refused.value.hint


def test_odd_cells_cost_only_themselves():
    """Cells that are no objects, or have no text, are as good as missing."""
    page = edited(solved(), "training-update", lambda c: c.update(source=5))
    page["cells"] += [None, 7, [], {"metadata": None}, {"source": ["a", 1]}, {"id": {}, "source": ""}]
    assert "`training-update` is missing" in remark(page)


STRANGE = [None, 5, "", [], {}, ["x"], {"nbgrader": 1}, {"nbgrader": {"grade_id": []}}, "\ud800", "\0"]
fields = st.sampled_from(["id", "source", "cell_type", "metadata"])
damages = st.lists(st.tuples(st.integers(0, 500), fields, st.sampled_from(STRANGE)), max_size=4)
bytes_changed = st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 255)), max_size=3)


@fuzz()
@given(damages=damages, changed=bytes_changed)
def test_damage_is_refused_or_read(damages, changed):
    """However a notebook is damaged, it is read or refused; nothing else is raised."""
    page = solved()
    for place, field, value in damages:
        page["cells"][place % len(page["cells"])][field] = value
    data = bytearray(packed(page))
    for place, byte in changed:
        data[place % len(data)] = byte
    try:
        made = read(LESSON, bytes(data)).files
    except SubmissionError:
        return
    assert set(made) == set(LESSON.files)


# --- where notebooks lie ---------------------------------------------------------------------------


def points(path) -> dict[str, float | None]:
    found = {e.student.id: intake.read(e, LESSON) for e in intake.find(path, LESSON)}
    return {student: len(submission.files) for student, submission in found.items()}


def test_nbgraders_tree_of_submissions(tmp_path):
    """submitted/STUDENT/ASSIGNMENT/first_loop.ipynb is the student's, beside whatever nbgrader puts there."""
    lay_notebook(tmp_path / "ada" / "first_loop", solved())
    (tmp_path / "ada" / "first_loop" / "timestamp.txt").write_text("2026-11-22 12:00:00 UTC")
    lay_notebook(tmp_path / "ada" / "another_one", released())
    lay_notebook(tmp_path / "bob" / "first_loop", released())
    assert points(tmp_path) == {"ada": 5, "bob": 5}


@pytest.mark.parametrize("where", ["ada", "ada/first_loop", "ada/first_loop/first_loop.ipynb"])
def test_one_notebook_is_one_submission(tmp_path, where):
    """A student's folder in that tree, the assignment in it, and the notebook itself are one submission."""
    lay_notebook(tmp_path / "ada" / "first_loop", solved())
    assert list(points(tmp_path / where).values()) == [5]


def test_folder_of_notebooks_is_a_class(tmp_path):
    """Notebooks side by side are a student each, by their names."""
    for student in ("ada", "bob"):
        lay_notebook(tmp_path, solved()).rename(tmp_path / f"{student}.ipynb")
    assert points(tmp_path) == {"ada": 5, "bob": 5}


def test_downloads_of_an_lms_hold_notebooks_too(tmp_path):
    """A notebook is found under the name that Canvas gives it, and in a zip."""
    canvas, zips = tmp_path / "canvas", tmp_path / "zips"
    lay_notebook(canvas, solved()).rename(canvas / "lovelaceada_123_456_first_loop-1.ipynb")
    zips.mkdir()
    (zips / "ada.zip").write_bytes(zipped({"work/first_loop.ipynb": packed(solved())}))
    assert points(canvas) == {"123": 5}
    assert points(zips) == {"ada": 5}


def test_files_win_over_a_notebook(tmp_path):
    """Where the lesson's files were handed in too, they count, and the notebook is named."""
    lay_notebook(tmp_path / "ada", solved())
    (tmp_path / "ada" / "engine.py").write_text("class Value: pass")
    (entry,) = intake.find(tmp_path / "ada", LESSON)
    submission = intake.read(entry, LESSON)
    assert submission.files == {"engine.py": b"class Value: pass"}
    assert any("first_loop.ipynb" in remark for remark in submission.remarks)


def test_several_notebooks_are_not_chosen_between(tmp_path):
    """Two notebooks of other names are refused, by name."""
    for name in ("one", "two"):
        lay_notebook(tmp_path / "ada", solved()).rename(tmp_path / "ada" / f"{name}.ipynb")
    lay_notebook(tmp_path / "bob", solved())
    (entry, _) = intake.find(tmp_path, LESSON)
    with pytest.raises(SubmissionError, match=r"one\.ipynb” and “two\.ipynb"):
        intake.read(entry, LESSON)


def test_cell_that_is_too_large_costs_its_file(tmp_path):
    """A file made of cells has the same limits as a file."""
    page = edited(solved(), "engine-Value", lambda c: c.update(source="#" * (2 << 20)))
    (entry,) = intake.find(lay_notebook(tmp_path, page), LESSON)
    submission = intake.read(entry, LESSON)
    assert "larger than 1 MB" in submission.problems["engine.py"] and "training.py" in submission.files
