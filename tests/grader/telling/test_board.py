"""The board tells a student where they stand, and one thing to do next."""

import ast
import io
import shutil
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from grader.caret import below
from grader.checking.ledger import Ledger
from grader.lesson import catalog
from grader.model import CheckResult, Diagnosis, Hint
from grader.telling.board import Board
from grader.telling.page import WIDTH
from tests.grader.conftest import ROOT
from tests.grader.student_runs import run

HERE = Path("/here")
DONE = "Everything here is done. Well played!"
NAMES = ("by_hand", "square", "backward", "squared_loss", "update", "train", "failure_modes")


class Screen:
    """Stands for pytest's terminal: keeps what is written to it."""

    def __init__(self):
        self.lines = []

    def write_line(self, line, **markup):
        self.lines.extend(line.split("\n"))


class Cache:
    """Stands for pytest's cache, between runs."""

    def __init__(self):
        self.kept = {}
        self.get, self.set = self.kept.get, self.kept.__setitem__


def configured(hint=False, cache=None, verbose=0, tbstyle="auto"):
    """Stands for pytest's configuration, as the command line made it."""
    return SimpleNamespace(
        option=SimpleNamespace(verbose=verbose, tbstyle=tbstyle, collectonly=False),
        invocation_params=SimpleNamespace(dir=HERE),
        getoption=lambda name: hint and name == "--hint",
        cache=cache,
    )


def checked(*ledgers):
    """Stands for what ran the checks; it has no more to show."""
    found = {ledger.lesson.name: ledger for ledger in ledgers}
    return SimpleNamespace(ledgers=found, explain=lambda *_: None, locate=lambda *_: None)


@pytest.fixture
def ledger(lesson):
    """Two checks an exercise, one for the written answers; none has been run."""
    weights = {name: {"test_1": 1.0, "test_2": 1.0} for name in NAMES}
    general = [replace(e, hints=tuple(Hint(hint.text) for hint in e.hints)) for e in lesson.exercises]
    lesson = replace(lesson, exercises=tuple(general))  # whatever check is told
    return Ledger(lesson, weights | {"reflections": {"test_1": 1.0}})


def end(ledger, exercise, status, *checks, **fields):
    """Let these checks of an exercise end like this; both of them if none is named."""
    for name in checks or ledger.weights[exercise]:
        worth = ledger.max_points(exercise, name)
        result = CheckResult(name, "It is so.", status, worth if status == "passed" else 0.0, worth)
        ledger.add(exercise, replace(result, **fields))


@pytest.fixture
def full(ledger):
    """The ledger of somebody who is done."""
    for exercise in ledger.weights:
        end(ledger, exercise, "passed")
    return ledger


def without(ledger, exercise):
    """The same ledger, as if these checks had not been run."""
    del ledger.results[exercise]
    return ledger


def shown(ledger, folder=HERE / "exercises/first_loop", **options):
    """The lines of the board."""
    screen = Screen()
    board = Board(configured(**options), checked(ledger), lambda _: folder)
    board.pytest_terminal_summary(screen)
    return screen.lines


def row(ledger, exercise):
    """The line of one exercise, its columns parted by single spaces."""
    return next(" ".join(line.split()) for line in shown(ledger) if f" {exercise} " in line)


def test_who_is_done_is_told_so(full):
    """All points, every row ticked, and nothing more to do."""
    lines = shown(full)
    assert lines[1].split() == ["The", "first", "learning", "loop", "95", "of", "95", "points"]
    assert sum("✔" in line and line.endswith("done") for line in lines) == 7
    assert lines[-2] == DONE


@pytest.mark.parametrize(
    ("status", "sign", "state"),
    [
        ("failed", "✘", "not right yet"),
        ("todo", "·", "to do"),
        ("timed_out", "✘", "ran too long"),
        ("crashed", "✘", "crashed"),
        ("ungraded", "✘", "could not be checked"),
        ("waiting", "…", "waiting"),
    ],
)
def test_every_state_has_a_sign_and_words(full, status, sign, state):
    """A row says how its exercise stands."""
    end(without(full, "update"), "update", status)
    assert row(full, "update") == f"{sign} update Exactly one step 0/10 {state}"


def test_what_waits_says_for_what(full):
    """The first thing that is needed and not done."""
    end(without(full, "square"), "square", "failed")
    end(without(full, "train"), "train", "waiting", message="waiting for `square` and `update`")
    assert row(full, "train").endswith("0/20 waiting for `square`")


def test_what_ran_is_not_everything(full):
    """With one check of two passed nobody is told that they are done, and points are not given away."""
    end(without(full, "update"), "update", "passed", "test_1")
    assert row(full, "update") == "· update Exactly one step 5/10 1 of 2 checks ran"
    assert "not all checks ran. Run `pytest`" in shown(full)[-2]


@pytest.mark.parametrize("exercise", ["train", "reflections"])
def test_a_run_that_was_stopped_is_no_success(full, exercise):
    """After Ctrl-C, or with `-x`, what was not reached is not done."""
    assert "not all checks ran" in shown(without(full, exercise))[-2]


def test_one_exercise_alone_can_be_done(full, lesson):
    """`pytest tests/first_loop/test_square.py`: done, and there is more."""
    alone = Ledger(lesson, {"square": full.weights["square"]}, {"square": full.results["square"]})
    assert shown(alone)[1].endswith("15 of 15 points")
    assert shown(alone)[-2] == "Everything here is done. Run `pytest` to see the rest."


def test_written_answers_come_last(full):
    """When all else is done, the board says which answer is missing and where it goes."""
    end(without(full, "reflections"), "reflections", "todo", message='"4. Why?" is not answered yet')
    lines = shown(full)
    assert '"4. Why?" is not answered yet' in lines and "A person reads your answers." in lines
    assert lines[-2] == "next: the written answers in exercises/first_loop/reflections.md"


def test_one_failure_is_explained(full):
    """Of the first exercise that is not right: the claim, what came, why, lines to run, a hint, and where."""
    told = {"message": "w.grad\nexpected 6, got 3", "example": "print(1)\nprint(2)", "line": 66}
    end(without(full, "square"), "square", "failed", **told)
    end(without(full, "update"), "update", "failed", message="another")
    full.diagnoses["square"] = Diagnosis("square-x", "The 2 seems to be missing.", 64, "What is 3²?")
    text = "\n".join(shown(full))
    assert "\nsquare: It is so.\n    w.grad\n    expected 6, got 3\n\n" in text
    assert "\n    The 2 seems to be missing.\n    What is 3²?\n\n" in text
    assert "in a file next to engine.py:\n\n        print(1)\n        print(2)\n\nnext: `square`" in text
    assert (
        text.endswith("\nnext: `square` in exercises/first_loop/engine.py, line 64\n")
        and "another" not in text
    )


def test_a_diagnosis_knows_where_to_look(full):
    """A check that compares numbers has no line of its own; the diagnosis may have one."""
    end(without(full, "square"), "square", "failed", message="expected 6, got 3")
    full.diagnoses["square"] = Diagnosis("square-x", "The 2 seems to be missing.", 64)
    assert shown(full)[-2] == "next: `square` in exercises/first_loop/engine.py, line 64"


def test_what_is_to_do_is_not_called_wrong(full):
    """A stub is met with where to go and how to get a hint, not with a failure."""
    end(without(full, "square"), "square", "todo", message="square is still to do", line=71)
    lines = shown(full)
    assert lines[-4:-1] == [
        "square is still to do",
        "",
        "next: `square` in exercises/first_loop/engine.py, line 71",
    ]
    assert not any("It is so." in line for line in lines)


def test_only_who_has_nothing_yet_is_asked_whether_they_are_stuck(full, ledger):
    """After a success nobody is, and a hint comes only to who asks for it."""
    end(without(full, "square"), "square", "todo")
    assert not any(line.startswith(("Stuck?", "Hint")) for line in shown(full))
    for exercise in NAMES:
        end(without(full, exercise), exercise, "todo")
    assert "Stuck? `pytest --hint` gives you a hint." in shown(full)


def test_written_answers_have_a_row(full):
    """How many are there, and what the first one lacks, while something else comes first."""
    end(without(full, "square"), "square", "todo")
    assert row(full, "reflections") == "✔ reflections Written answers 6 of 6 answered"
    end(without(full, "reflections"), "reflections", "failed", "test_1[why_reset]", message="too short")
    assert row(full, "reflections") == "· reflections Written answers 5 of 6 answered"
    assert '    "4. Why must the gradient be reset at every step?": too short' in shown(full)


def test_what_is_next_and_failed_is_looked_at_closely(full):
    """The board says which exercise, and which check of it, is worth an example."""
    end(without(full, "square"), "square", "failed")
    seen = []
    asked = SimpleNamespace(
        ledgers={"first_loop": full}, explain=lambda *what: seen.append(what), locate=lambda *_: None
    )
    Board(configured(), asked, lambda _: HERE).pytest_sessionfinish(SimpleNamespace(exitstatus=1), 1)
    assert seen == [("first_loop", full.lesson.exercise("square"))]


@pytest.mark.parametrize(("status", "rungs"), [("todo", [0, 1, 2, 2]), ("failed", [1, 2, 2, 2])])
def test_every_hint_goes_one_further(full, status, rungs):
    """What is to do begins with the first; what is wrong has shown that one already. The last one stays."""
    end(without(full, "square"), "square", status)
    hints, cache = full.lesson.exercise("square").hints, Cache()
    for rung in rungs:
        text = " ".join(" ".join(shown(full, hint=True, cache=cache)).split())
        assert f"Hint: {hints[rung].text}" in text
        assert ("(`pytest --hint` for more)" in text) is (rung < len(hints) - 1)
        assert ("(the last hint)" in text) is (rung == len(hints) - 1)


def test_a_named_mistake_asks_first_and_then_helps_with_hints_of_its_own(full):
    """The question comes unasked and says that there is more; --hint goes on from there, and then ends."""
    end(without(full, "square"), "square", "failed")
    full.diagnoses["square"] = Diagnosis("square-x", "The 2 seems to be missing.", 64, "What is 3²?")
    full.hints["square"] = ("Nudge it.", "By `2 * x`.")
    cache, text = Cache(), "\n".join(shown(full))
    assert "    What is 3²?  (`pytest --hint` for more)\n" in text and "Hint:" not in text
    last = "By `2 * x`.  (the last hint)"
    for hint in ("Nudge it.  (`pytest --hint` for more)", last, last):
        text = "\n".join(shown(full, hint=True, cache=cache))
        assert f"    What is 3²?\n\nHint: {hint}\n" in text
    full.diagnoses["square"] = replace(full.diagnoses["square"], slug="square-y")
    full.hints["square"] = ("Another.",)
    assert "Hint: Another.  (the last hint)" in shown(full, hint=True, cache=cache)


def test_no_hint_is_better_than_one_about_something_else(full):
    """A mistake whose name comes without any gets none of the exercise's; whoever asks is told so."""
    end(without(full, "square"), "square", "failed")
    full.diagnoses["square"] = Diagnosis("square-x", "The 2 seems to be missing.", 64, "What is 3²?")
    assert "What is 3²?\n\nnext:" in "\n".join(shown(full))
    assert "There is no hint for this one. Ask somebody, and show them this board." in shown(full, hint=True)


def test_a_part_is_enough_for_now(full):
    """The lesson asks for part of `by_hand`, goes on, and comes back to it later."""
    full.lesson = replace(full.lesson, order=("by_hand::test_1", "square", "backward", "by_hand"))
    for name in ("by_hand", "square", "backward"):
        end(without(full, name), name, "todo", message=f"{name} is still to do")
    assert shown(full)[-2].startswith("next: `by_hand`") and row(full, "by_hand").endswith("to do")
    del full.results["by_hand"]["test_1"]
    end(full, "by_hand", "passed", "test_1")
    lines = shown(full)
    assert row(full, "by_hand").endswith("5/10 enough for now")
    assert "`by_hand` is done for now; the lesson comes back to it after `backward`." in lines
    assert lines[-2].startswith("next: `square`")
    for name in ("square", "backward"):
        end(without(full, name), name, "passed")
    lines = shown(full)
    assert lines[-2].startswith("next: `by_hand`") and not any("for now" in line for line in lines)


def test_what_is_done_for_the_first_time_gets_a_line(full):
    """In the lesson's words, once, also when the board has gone on to the next lesson."""
    cache, said = Cache(), "Understood: an operation hands back its own slope times what has arrived."
    shown(without(full, "square"), cache=cache)
    end(full, "square", "passed")
    assert [line for line in shown(full, cache=cache) if line.startswith("Understood")] == [said]
    assert said not in shown(full, cache=cache) and said not in shown(full)
    all_at_once = shown(full, folder=Path("/elsewhere"), cache=cache)
    assert sum(line.startswith("Understood") for line in all_at_once) == 1


def test_what_was_checked_on_the_side_has_no_row(full):
    """It is told only where it is wrong: then what was asked for waits for it."""
    full.aside.add("square")
    assert not any(" square " in line for line in shown(full)) and "80 of 80 points" in shown(full)[1]
    end(without(full, "square"), "square", "failed")
    assert shown(full)[-2].startswith("next: `square`")


def test_code_is_copied_in_one_piece(full):
    """What stands in backticks is not torn apart at the end of a line."""
    end(without(full, "square"), "square", "todo", message="x" * 70 + " `pytest --hint` again")
    assert "`pytest --hint` again" in shown(full)


def test_hints_of_another_lesson_are_another_matter(full):
    """An exercise of the same name in a later lesson begins with its first hint."""
    end(without(full, "square"), "square", "todo")
    cache = Cache()
    shown(full, hint=True, cache=cache)
    full.lesson = replace(full.lesson, name="second_loop")
    assert any(line.startswith("Hint: Read `__mul__`") for line in shown(full, hint=True, cache=cache))


def test_hints_do_without_a_cache(full):
    """With `-p no:cacheprovider` there is nowhere to remember, so it is the same one again."""
    end(without(full, "square"), "square", "todo")
    screen, config = Screen(), configured(hint=True)
    del config.cache
    Board(config, checked(full), lambda _: HERE).pytest_terminal_summary(screen)
    assert any(line.startswith("Hint: Read `__mul__`") for line in screen.lines)


def test_a_file_that_cannot_be_imported_needs_another_kind_of_help(full):
    """No hint about the exercise: it is not what is wrong."""
    end(without(full, "square"), "square", "failed", message="engine.py has a syntax error (line 3)")
    full.unimportable.add("engine.py")
    assert not any(line.startswith(("Hint", "Stuck")) for line in shown(full, hint=True, cache=Cache()))


def test_a_path_is_given_from_where_one_stands(full):
    """Relative below the folder where pytest was started, whole elsewhere."""
    end(without(full, "square"), "square", "todo")
    assert shown(full, folder=HERE)[-2] == "next: `square` in engine.py"
    assert shown(full, folder=Path("/there"))[-2] == "next: `square` in /there/engine.py"


def test_nothing_is_wider_than_the_screen(full):
    """Titles of exercises are cut; claims, messages and hints are wrapped."""
    end(without(full, "train"), "train", "failed", title="long " * 40, message="wide " * 40)
    assert max(map(len, shown(full))) <= WIDTH
    for status in ("waiting", "ungraded"):
        end(without(full, "backward"), "backward", status, message="waiting for `failure_modes`")
        assert max(map(len, shown(full))) <= WIDTH
        assert any("Back-propagation " in line and "…" in line for line in shown(full))


@pytest.mark.parametrize("columns", [40, 55, 79, 200])
def test_the_board_is_as_wide_as_the_terminal(full, columns, monkeypatch):
    """Down to 40 columns and up to 80; in a narrow one all words of a row are there, in lines below."""
    monkeypatch.setenv("COLUMNS", str(columns))
    message = f"{'wide ' * 40}\n{below('x = ' + 'y' * 60 + ' = 3', 65)}"
    end(without(full, "train"), "train", "failed", title="long " * 40, message=message)
    end(without(full, "backward"), "backward", "waiting", message="waiting for `failure_modes`")
    lines = shown(full, folder=HERE)
    assert max(map(len, lines)) <= min(columns - 1, WIDTH)
    code, caret = next(pair for pair in pairwise(lines) if pair[1].strip() == "^")
    assert code[caret.index("^")] == "="
    if columns < WIDTH:
        said = " ".join(" ".join(lines).split())
        for title in (exercise.title for exercise in full.lesson.exercises):
            assert f"{title}: " in said
        assert "Back-propagation through the graph: waiting for `failure_modes`" in said


def test_a_caret_stays_below_its_place_in_plain_ascii(full, monkeypatch):
    """There `η` takes three letters."""
    end(without(full, "square"), "square", "failed", message=f"no\n{below('η = = 3', 4)}")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    lines = shown(full)
    at = lines.index("        eta = = 3")
    assert lines[at + 1] == "              ^"


def test_an_example_is_fitted_in(full):
    """Its lines stay Python, and none is wider than the screen."""
    example = f"print(train([{', '.join(['(0.125, -5.5)'] * 9)}]))  # 1\n# {'a = 3 ' * 20}\nprint(1)  # 1"
    end(without(full, "train"), "train", "failed", example=example)
    lines = shown(full)
    code = [line.removeprefix("        ") for line in lines if line.startswith("        ")]
    assert max(map(len, lines)) <= WIDTH and len(code) == 6
    ast.parse("\n".join(code))


def test_what_student_code_says_is_text(full):
    """It cannot colour the screen, move the cursor or flood it."""
    end(without(full, "square"), "square", "failed", message="\x1b[2J" + "x" * 5000)
    text = "\n".join(shown(full))
    assert "\x1b" not in text and "\\x1b[2J" in text and "more characters)" in text


def test_a_plain_terminal_gets_plain_signs(full, monkeypatch):
    """Where there is only ASCII, the lesson's signs are spelled out and a product stays a product."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    end(without(full, "update"), "update", "todo")
    end(without(full, "square"), "square", "failed", title="The gradient of x² is 2·x.")
    text = "\n".join(shown(full))
    assert "  + by_hand" in text and "  x square" in text and "  - update" in text
    assert "square: The gradient of x^2 is 2*x." in text and text.isascii()


@pytest.mark.parametrize(
    ("status", "exit_code", "expected"),
    [("passed", 0, 0), ("waiting", 0, 1), ("todo", 0, 1), ("passed", 2, 2), ("waiting", 2, 2)],
)
def test_success_means_that_everything_is_done(full, status, exit_code, expected):
    """Waiting is none, and another exit code stays as it is."""
    end(without(full, "train"), "train", status)
    session = SimpleNamespace(exitstatus=exit_code)
    Board(configured(), checked(full), lambda _: HERE).pytest_sessionfinish(session, exit_code)
    assert session.exitstatus == expected


@pytest.mark.parametrize(
    ("verbose", "tbstyle", "quiet"),
    [(0, "auto", True), (-1, "auto", True), (1, "auto", False), (2, "auto", False), (0, "short", False)],
)
def test_whoever_asks_for_detail_gets_it(verbose, tbstyle, quiet):
    """The board stands in for pytest's own account, unless `-v` or `--tb` asks for that."""
    board = Board(configured(verbose=verbose, tbstyle=tbstyle), checked(), lambda _: HERE)
    assert board.quiet is quiet


# --- for real ----------------------------------------------------------------------------------

WRONG = {"engine.py": lambda text: text.replace("2 * self.data * out.grad", "self.data * out.grad")}


@pytest.mark.parametrize("quietly", [[], ["-q", "-p", "no:cacheprovider"]])
def test_fresh_stubs_give_a_board_of_to_dos(quietly, warm_run):
    """And nothing else: no traceback, no dots, no list of failures."""
    done = warm_run(*quietly, "tests/first_loop")
    assert done.exit_code == 1 and "48 todo, 12 waiting" in done.out
    assert "next: `by_hand` in exercises/first_loop/by_hand.py" in done.out
    for noise in ("Traceback", "Error", "FAILED", "100%", "def test_"):
        assert noise not in done.out


@pytest.mark.parametrize("name", catalog.lesson_names(ROOT))
def test_every_answer_that_is_not_there_is_told_once(name, warm_run):
    """Also where several checks look at it."""
    said = " ".join(warm_run(f"tests/{name}/test_reflections.py").out.split())
    for question in catalog.load(ROOT, name).questions:
        assert said.count(f'"{question.title}" is not answered yet') == 1


def test_a_file_that_cannot_be_collected_is_told(tmp_path, warm_run):
    """Somebody's own tests, say: a run that ends before the board says why."""
    (tmp_path / "test_mine.py").write_text("import nowhere_to_be_found\n", encoding="utf-8")
    settings, checks = ROOT / "pyproject.toml", ROOT / "tests/first_loop/test_square.py"
    done = warm_run("-c", str(settings), "--rootdir", str(ROOT), str(checks), str(tmp_path / "test_mine.py"))
    assert done.exit_code == 2 and "No module named 'nowhere_to_be_found'" in done.out


def test_verbose_shows_pytests_own_detail(submit, warm_run):
    """Names, verdicts and the failing line, and then the board."""
    done = warm_run("-v", "tests/first_loop/test_square.py", folder=submit(WRONG).folder)
    assert (
        "::test_square_is_x_times_x PASSED" in done.out
        and "::test_gradient_of_square_is_two_x FAILED" in done.out
    )
    assert "assert expected 6, got 3" in done.out and "Failing example" in done.out
    assert "next: `square` in" in done.out


def test_a_debugger_opens_where_the_check_fails(submit):
    """`--pdb` works as ever; with nobody at the keyboard the run ends, and the board says what is known."""
    done = run("--pdb", "tests/first_loop/test_square.py", folder=submit(WRONG).folder)
    assert "entering PDB" in done.out and "(Pdb)" in done.out and "INTERNALERROR" not in done.out
    assert "square: The gradient of x² is 2·x." in done.out and done.exit_code == 2


@pytest.mark.parametrize("how", ["-x", "--pdb"])
def test_a_run_stops_at_a_failure_and_not_at_what_is_to_do(tmp_path, how):
    """`square` is wrong, and everything before it is still to do."""
    shutil.copytree(ROOT / "exercises" / "first_loop", tmp_path, dirs_exist_ok=True)
    engine = (ROOT / "solutions" / "first_loop" / "engine.py").read_text(encoding="utf-8")
    (tmp_path / "engine.py").write_text(WRONG["engine.py"](engine), encoding="utf-8")
    done = run(how, "tests/first_loop", folder=tmp_path)
    assert (
        "9 todo" in done.out and "1 failed" in done.out and done.out.count("entering PDB") == (how == "--pdb")
    )
    assert "square: The gradient of x² is 2·x." in done.out and "backward" not in done.results


def test_headline_example_and_place_are_about_the_same_answer(submit, warm_run):
    """Of two wrong answers the second has a name: it is shown, with lines to run that print it."""
    slips = {
        "by_hand.py": lambda text: text.replace("LOSS = 36", "LOSS = 17").replace(
            'GRADIENT_SIGN = "negative"', 'GRADIENT_SIGN = "positive"'
        )
    }
    done = warm_run(folder=submit(slips).folder)
    _, _, said = done.out.partition("by_hand: ")
    assert said.startswith("You can say the sign of the gradient before computing it.")
    assert (
        "See for yourself" not in said and "LOSS is 17" not in said
    )  # nobody has to look at what they typed
    assert "Your GRADIENT_SIGN says which way w should go" in said


def test_of_several_lessons_the_first_unfinished_has_the_board(tmp_path, warm_run):
    """The others have a line each: how far it is, and how to see more of it."""
    shutil.copytree(ROOT / "solutions", tmp_path, dirs_exist_ok=True)
    done = warm_run(folder=tmp_path).out
    assert "✔ two_parameters A line learns" in done and done.count("of 95 points") == 1
    stub = ROOT / "exercises" / "two_parameters" / "regression.py"
    shutil.copy(stub, tmp_path / "two_parameters" / "regression.py")
    (tmp_path / "absolute_loss" / "outlier.py").write_text("SQUARED_LOWEST_AT = 10\n")
    out = warm_run(folder=tmp_path).out
    told = [line for line in out.splitlines() if " of 95" in line]
    lines = [line.split() for line in told]
    assert [" ".join(line[1:2]) for line in lines] == [
        "first_loop",
        "line",
        "gradient_check",
        "absolute_loss",
    ]
    assert lines[0][-1] == "done" and lines[3][-1] == "tests/absolute_loss`"
    assert "next: `mean_squared_loss`" in out and max(map(len, told)) < 80
