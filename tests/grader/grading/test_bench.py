"""A bench that asks ahead says of every submission what one says that does not."""

from dataclasses import replace

import pytest

from grader.checking import diagnosis
from grader.doors.asking_ahead import AskingAhead
from grader.errors import KitError
from grader.figures import Figure
from grader.grading import bench as bench_module
from grader.grading import grading, record
from grader.grading.bench import Bench
from grader.grading.session import grade
from grader.lesson import catalog
from grader.model import Student, Submission
from grader.student import Stopped
from tests import corpus
from tests.grader import kits
from tests.grader.conftest import CONFINED, ROOT, read
from tests.grader.handins import LESSON

STEP = 20  # of the corpus
# One slow check is enough to see that a hang is told alike.
QUICK = replace(LESSON, limits=replace(LESSON.limits, check_seconds=0.4, hung_check_seconds=0.1))


def everybody():
    """Name and submission of all samples, and of some of the corpus."""
    samples = sorted(path for path in (ROOT / "tests/sample_class").iterdir() if path.is_dir())
    for folder in (LESSON.solutions, LESSON.stubs, *samples):
        yield folder.name, read(folder, LESSON)
    for member in [*corpus.members("right"), *corpus.members("wrong")][::STEP]:
        yield member.name, corpus.submission(LESSON, member)


@pytest.fixture(scope="module")
def benches():
    """A bench that asks ahead, and has begun to; and one that does not."""
    pair = Bench(LESSON), Bench(LESSON, asks_ahead=False)
    pair[0].run(door(read(LESSON.solutions, LESSON)))
    return pair


def door(submission):
    return AskingAhead(QUICK, submission, confined=CONFINED)


SUBMISSIONS = dict(everybody())


@pytest.mark.parametrize("name", [*SUBMISSIONS])
def test_asking_ahead_changes_nothing(benches, name):
    """Byte for byte: points, messages, examples, diagnoses, pictures and remarks."""
    submission = SUBMISSIONS[name]
    ledgers = [bench.run(door(submission)) for bench in benches]
    ahead, plain = (grading.graded(LESSON, submission, ledger, confined=CONFINED) for ledger in ledgers)
    assert record.dumps(ahead) == record.dumps(plain)


def test_most_checks_of_the_solution_do_not_run(benches, monkeypatch):
    """Or nothing would be gained by it: only the written answers are looked at one by one."""
    ran, foreseen = [], AskingAhead.as_foreseen
    monkeypatch.setattr(AskingAhead, "as_foreseen", lambda *of: ran.append(foreseen(*of)) or ran[-1])
    assert benches[0].run(door(read(LESSON.solutions, LESSON))).faults() == []
    assert len(ran) > 50 and all(ran)


def test_what_a_check_drew_of_one_submission_is_not_shown_of_the_next(lesson):
    """A class of another name leaves a check no graph to draw; it shows none, whoever came before."""
    members = {member.name: member for member in corpus.members("wrong")}
    renamed = corpus.submission(lesson, members["class_in_lower_case"])
    alone = record.dumps(grade(lesson, renamed, confined=CONFINED))
    for name in ("backward_not_reversed", "backward_one_step_only"):
        grade(lesson, corpus.submission(lesson, members[name]), confined=CONFINED)
    assert record.dumps(grade(lesson, renamed, confined=CONFINED)) == alone


@pytest.mark.parametrize(
    "wrong", [Stopped("crashed", "somebody ended it"), KitError("no kit"), OSError("no file")]
)
def test_what_goes_wrong_while_looking_ahead_is_no_submissions_fault(small, monkeypatch, wrong):
    """The box of the solution may be ended by somebody: the submission that waits has all its points."""
    failed = []

    def fails(*_):
        failed.append(wrong)
        raise wrong

    monkeypatch.setattr(diagnosis, "probe", fails)
    assert points_of_solution(small) == 10 and failed


def test_a_fault_of_ours_while_looking_ahead_is_told_and_costs_nothing(small, monkeypatch):
    """Grading goes on question by question."""
    monkeypatch.setattr(diagnosis, "probe", lambda *_: 1 / 0)
    with pytest.warns(UserWarning, match="ZeroDivisionError"):
        assert points_of_solution(small) == 10


@pytest.fixture
def small(tmp_path):
    """A small lesson: a new bench has soon looked ahead in it."""
    return kits.whole(tmp_path / "kit")


def points_of_solution(lesson):
    """What a new bench makes of it."""
    submission = read(lesson.solutions, lesson)
    ledger = Bench(lesson).run(AskingAhead(lesson, submission, confined=CONFINED))
    return grading.graded(lesson, submission, ledger, confined=CONFINED).points


@pytest.fixture(scope="module")
def second():
    """The bench of a lesson whose engine is given."""
    return Bench(catalog.load(ROOT, "two_parameters"))


def _engine_checked(bench, monkeypatch, write):
    """Whether a box was asked about the given engine, and what came of it; `write` changes its text."""
    files = {name: (bench.lesson.solutions / name).read_bytes() for name in bench.lesson.files}
    files["engine.py"] = write(files["engine.py"])
    asked, ask = [], AskingAhead.ask_ahead

    def noted(self, name, *others):
        asked.append(name)
        ask(self, name, *others)

    monkeypatch.setattr(AskingAhead, "ask_ahead", noted)
    work = Submission(Student("a", "a"), files, "")
    ledger = bench.run(AskingAhead(bench.lesson, work, confined=CONFINED))
    return "engine" in asked, ledger.status("engine")


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_given_file_that_nobody_touched_is_not_checked_again(second, monkeypatch, ends):
    """It does what it did when it was handed out."""
    _engine_checked(second, monkeypatch, bytes)  # the first submission also has the solution looked at
    assert _engine_checked(second, monkeypatch, lambda text: text.replace(b"\n", ends)) == (False, "passed")


@pytest.mark.parametrize(
    ("write", "status"),
    [
        (lambda text: text.replace(b"2 * self.data * out.grad", b"self.data * out.grad"), "failed"),
        (lambda text: text + b"\nimport math\n", "passed"),
        (lambda text: b"", "failed"),
    ],
)
def test_a_given_file_that_was_touched_is_checked(second, monkeypatch, write, status):
    """Whatever was done to it."""
    assert _engine_checked(second, monkeypatch, write) == (True, status)


def test_own_code_is_played_until_it_fails_and_where_it_draws(monkeypatch):
    """After a wrong square, each exercise that builds on it fails soon; the curve of train is drawn."""
    played: dict[str, list[str]] = {}
    show = bench_module.own_code.show

    def noted(ledger, play):
        def with_note(exercise, into):
            play(exercise, into)
            played[exercise] = [*into.results[exercise]]

        show(ledger, with_note)

    monkeypatch.setattr(bench_module.own_code, "show", noted)
    wrong = {**read(LESSON.solutions, LESSON).files}
    wrong["engine.py"] = wrong["engine.py"].replace(b"2 * self.data", b"self.data")
    ledger = Bench(LESSON).run(door(Submission(Student("one", "one"), wrong, "")))
    assert len(played["train"]) < len(ledger.results["train"])
    (curve,) = (figure for figure in ledger.figures["train"] if isinstance(figure, Figure))
    assert curve.series[-1].name == "with your own `square`"
    assert "not every check of this exercise passes" in " ".join(ledger.remarks["train"])


def _wrong(**changed):
    """The solution with other words in some of its files."""
    files = {**read(LESSON.solutions, LESSON).files}
    for name, words in changed.items():
        for right, wrong in words.items():
            files[f"{name}.py"] = files[f"{name}.py"].replace(right, wrong)
    return door(Submission(Student("one", "one"), files, ""))


def test_own_code_is_asked_only_what_is_played(monkeypatch):
    """Mostly the first check fails; then nobody wants to know what the others would find."""
    bench, asked, ask = Bench(LESSON), [], AskingAhead.ask_ahead
    bench.run(door(read(LESSON.solutions, LESSON)))

    def noted(self, exercise, working, programs):
        asked.append((exercise, working, [*programs]))
        ask(self, exercise, working, programs)

    monkeypatch.setattr(AskingAhead, "ask_ahead", noted)
    ledger = bench.run(_wrong(engine={b"2 * self.data": b"self.data"}))
    first, *_, curve = ledger.results["train"]
    assert [names for name, working, names in asked if name == "train" and not working] == [[first, curve]]


def test_a_file_with_two_mistakes_is_read_once(monkeypatch):
    """Both are pointed out all the same."""
    bench, read_in, outline = Bench(LESSON), [], AskingAhead.outline

    def noted(self, file, **how):
        read_in.append(file)
        return outline(self, file, **how)

    monkeypatch.setattr(AskingAhead, "outline", noted)
    ledger = bench.run(_wrong(training={b"w.data -= lr": b"w.data += lr", b"w.grad = 0.0": b"pass"}))
    assert read_in == ["training.py"]
    assert [ledger.diagnoses[name].line is not None for name in ("update", "train")] == [True, True]
