"""What people decided outlives whatever is graded again, and waits as a proposal where the work is new."""

import json
from dataclasses import replace

import pytest

from grader.errors import UsageError
from grader.grading import markbook
from grader.grading.markbook import Markbook, proposal
from grader.grading.marks import Mark
from tests.grader.gradebooks import ANSWERS, graded
from tests.grader.handins import LESSON

MARK = Mark(0.5, "and then?")
ADA = graded("ada")
NEWER = graded("ada", {**ANSWERS, "why_reset": "Another answer."})


def answer(grade, name="why_reset"):
    return next(result for result in grade.written if result.name == name)


def square(grade):
    return next(result for result in grade.exercises if result.name == "square")


@pytest.fixture
def book() -> Markbook:
    """Ada's answer to one question is marked."""
    found = Markbook()
    found.give(found.about(ADA, answer(ADA)), MARK, "worksheet")
    return found


def fits(book: Markbook, grade) -> Mark:
    return book.fitting(grade).written["why_reset"]


def test_mark_fits_the_same_answer(book):
    """Other code, another kit and lesson, and white space make no other answer; another text does."""
    made_of = replace(ADA.provenance, submission="sha256:x", kit="9", lesson="sha256:y", python="3.99")
    spaced = graded("ada", {**ANSWERS, "why_reset": " About\n why_reset.\r\n"})
    assert fits(book, replace(ADA, provenance=made_of)) == fits(book, spaced) == MARK
    assert fits(book, NEWER) == Mark()


def test_accents_are_sorted_in_words_and_in_nothing_longer():
    """20,000 accents on one letter once cost seconds each time a mark was looked for."""

    def place(said):
        written = replace(answer(ADA), text=said)
        return Markbook().about(ADA, written).subject

    assert place("Rene\u0301e") == place("Ren\u00e9e")
    assert place("a\u0316\u0301") == place("a\u0301\u0316")
    assert place("a" + "\u0316\u0301" * 9000) != place("a" + "\u0301\u0316" * 9000)


def test_mark_fits_one_student_and_one_question(book):
    """The same words of somebody else, or elsewhere, are other work."""
    same = graded("ada", {**ANSWERS, "synthesis": ANSWERS["why_reset"]})
    assert fits(book, graded("bob")) == Mark()
    assert book.fitting(same).written["synthesis"] == Mark()


def test_changed_answer_has_a_proposal(book):
    """The old mark is told with the new answer, until that has a mark of its own."""
    entry = book.about(NEWER, answer(NEWER))
    assert proposal(book, entry) == "was 0.5 (“and then?”); the answer has changed"
    book.give(entry, Mark(1.0), "worksheet")
    assert proposal(book, book.about(NEWER, answer(NEWER))) == ""
    assert (fits(book, NEWER), fits(book, ADA)) == (Mark(1.0), MARK)


def test_points_by_hand_fit_what_the_checks_found(book):
    """For another submission, or other points of the checks, they stay and ask for another look."""
    book.give(book.about(ADA, square(ADA)), Mark(12.0), "gradebook")
    other = replace(ADA, provenance=replace(ADA.provenance, submission="sha256:x"))
    found = [book.fitting(g).exercises["square"] for g in (ADA, other, graded("ada", square=5.0))]
    assert found == [Mark(12.0)] * 3
    assert [mark.review for mark in found] == [False, True, True]


def test_a_mark_can_be_taken_back(book):
    """Nothing is left of it."""
    book.give(book.about(ADA, answer(ADA)), None, "")
    assert fits(book, ADA) == Mark()
    assert proposal(book, book.about(NEWER, answer(NEWER))) == ""


def test_keys_say_nothing_and_stay(book):
    """A key is drawn, so it cannot be found by trying names; asking again gives the same one."""
    key = book.ask(ADA, answer(ADA)).key
    assert key == book.ask(ADA, answer(ADA)).key
    assert key != Markbook().ask(ADA, answer(ADA)).key


@pytest.mark.parametrize("text", ["Größer 李明 \n\t'\"", "\ud800 \x00", "x" * 10_000])
def test_the_file_holds_all(text):
    """What is written can be read again, and a person can read it."""
    grade = graded("ada", {**ANSWERS, "why_reset": text})
    book = Markbook()
    book.ask(grade, answer(grade))
    book.give(book.about(grade, answer(grade)), MARK, "worksheet")
    again = markbook.loads(markbook.dumps(book).encode())
    assert fits(again, grade) == MARK
    assert markbook.dumps(again) == markbook.dumps(book)
    row = json.loads(markbook.dumps(book))["marks"][0]
    assert (row["student"], row["about"], row["points"]) == ("ada", "why_reset", 0.5)


def test_the_file_keeps_what_was_decided_last(book):
    """Sorted by student and question, a later decision still stands later."""
    book.give(book.about(NEWER, answer(NEWER)), Mark(1.0), "worksheet")
    newest = graded("ada", {**ANSWERS, "why_reset": "A third."})
    again = markbook.loads(markbook.dumps(book).encode())
    assert proposal(again, again.about(newest, answer(newest))) == "was 1; the answer has changed"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[]",
        "{}",
        '{"schema": "learning-loop/marks/2", "marks": []}',
        '{"schema": "learning-loop/marks/1", "marks": [{}]}',
        '{"schema": "learning-loop/marks/1", "marks": 5}',
    ],
)
def test_a_damaged_file_is_never_taken_for_an_empty_one(tmp_path, data):
    """Its marks may be all that there is, so it is left as it is, and said what to do."""
    (tmp_path / markbook.NAME).write_text(data)
    with pytest.raises(UsageError, match=r"marks\.json cannot be read") as caught:
        markbook.load(tmp_path)
    assert caught.value.hint
    assert (tmp_path / markbook.NAME).read_text() == data


@pytest.mark.parametrize(("field", "value"), [("points", "NaN"), ("extra", "Infinity"), ("work", "7")])
def test_a_field_of_another_kind_is_damage(tmp_path, book, field, value):
    """Numbers are finite and texts are texts, also where a person edited the file."""
    table = json.loads(markbook.dumps(book))
    table["marks"][0][field] = json.loads(value)
    (tmp_path / markbook.NAME).write_text(json.dumps(table))
    with pytest.raises(UsageError):
        markbook.load(tmp_path)


def test_marks_of_before_are_taken_over():
    """Reports that an earlier kit made hold marks; these become the first entries."""
    marked = replace(ADA, written=tuple(replace(w, points=0.25, comment="ok") for w in ADA.written))
    book = Markbook()
    book.adopt([marked, graded("bob")])
    assert {entry.student for entry in book} == {"ada"}
    assert book.fitting(ADA).written == {q.name: Mark(0.25, "ok") for q in LESSON.questions}
