"""`python training.py` of lesson 1: w on its valley, beside the table. It moves where a terminal can."""

import os
import re
import subprocess
import sys

import pytest

from tests.grader.conftest import ROOT

pty = pytest.importorskip("pty", reason="a terminal of its own needs a POSIX system")

LESSONS = {"first_loop": "training.py", "two_parameters": "regression.py"}
SOLUTIONS = ROOT / "solutions"
RUNS_ON = "RUN = dict(w=type('V', (), {'data': -1.0})(), x=2.0, y=4.0, lr=0.1, steps=10)\n"


def shown(train, environment=(), **changes):
    """What `show` prints of the student's `train`, whose definition is a text."""
    code = f"from valley import show\n{train}\n{RUNS_ON}show(train, **RUN | {changes!r})"
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii", **dict(environment)}
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=SOLUTIONS / "first_loop",
        capture_output=True,
        text=True,
        env=surroundings,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def returning(rows):
    return f"nan, inf = float('nan'), float('inf')\ndef train(w, x, y, lr, steps): return {rows}"


def marks(printed):
    """The steps that stand in the picture, each with its line and column."""
    picture = [line[35:] for line in printed.splitlines()[1:14]]
    found = [
        (mark[0], n, mark.start()) for n, line in enumerate(picture) for mark in re.finditer(r"[\do]", line)
    ]
    return {mark: place for mark, *place in found}


TRUE_LOOP = (
    "def train(w, x, y, lr, steps):\n"
    "    rows, at = [], w.data\n"
    "    for step in range(steps):\n"
    "        rows.append((step, at, (at * x - y) ** 2))\n"
    "        at = at - lr * 2 * x * (at * x - y)\n"
    "    return rows"
)


def test_w_walks_down_one_side():
    printed = shown(TRUE_LOOP, lr=0.05)
    columns = [marks(printed)[str(step)][1] for step in range(4)]
    assert columns == sorted(columns) and len(set(columns)) == 4
    assert "0     -1.000000            36" in printed and "9      1.969767    0.00365616" in printed
    assert max(map(len, printed.splitlines())) < 80


def test_a_zigzag_is_seen_on_both_sides():
    places = marks(shown(TRUE_LOOP, lr=0.2))
    middle = 43 // 2
    assert places["0"][1] < middle < places["1"][1] and places["2"][1] < middle


def test_steps_that_fly_away_are_counted():
    printed = shown(TRUE_LOOP, lr=0.3)
    assert set(marks(printed)) == {"0", "1", "2"}
    assert "Too far away for the picture, or no number: 7 of 10 steps." in printed
    assert "15367.6" in printed


@pytest.mark.parametrize("where", ["nan", "inf", "-inf", "1e300", "10**400"])
def test_a_step_that_is_no_number_is_counted(where):
    printed = shown(returning(f"[(0, -1.0, 36.0), (1, {where}, {where})]"))
    assert set(marks(printed)) == {"0"} and "1 of 2 steps" in printed


def test_one_step():
    assert set(marks(shown(TRUE_LOOP, steps=1))) == {"0"}


def test_a_start_at_the_best_place():
    assert set(marks(shown(returning("[(0, 2.0, 0.0)]")))) == {"0"}


def test_a_loss_that_belongs_to_another_w_is_seen_and_said():
    printed = shown(returning("[(0, -1.0, 36.0), (1, 1.4, 36.0)]"))
    assert "Row 1 is beside the valley: its loss is not the loss of its w." in printed
    assert marks(printed)["1"][0] == marks(printed)["0"][0]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("None", "train should return a list of rows, but it returned None."),
        ("[]", "train returned no rows, so there is no step to draw."),
        ("[1, 2]", "row 0 should be (step, w, loss), but it is 1."),
        ("[(0, 1.0)]", "row 0 should be (step, w, loss), but it is (0, 1.0)."),
        ("[(0, [1.0], 2.0)]", "in row 0, w should be a plain number, but it is [1.0]."),
        ("{'w': 1}", "train should return a list of rows, but it returned {'w': 1}."),
    ],
)
def test_what_is_no_list_of_rows_is_told_in_one_line(rows, said):
    assert shown(returning(rows)) == f"No picture: {said}\n"


def test_a_start_that_is_no_number_leaves_the_table():
    printed = shown(returning("[(0, nan, nan)]"))
    assert "nan" in printed and "No picture: w is no number at the start." in printed


def test_without_a_slope_there_is_no_valley():
    assert "where x is 0, every w has the same loss" in shown(TRUE_LOOP, x=0.0)


def test_numbers_too_large_for_python():
    printed = shown("def train(w, x, y, lr, steps): return 1e300 ** 2")
    assert printed.startswith("No picture: the numbers grew until Python could not hold them.")
    assert printed.count("\n") == 1


def test_an_error_of_the_student_keeps_its_traceback():
    with pytest.raises(AssertionError, match="ValueError: mine"):
        shown("def train(w, x, y, lr, steps): raise ValueError('mine')")


@pytest.mark.parametrize("columns", ["60", "30", "12"])
def test_a_narrow_terminal_gets_the_picture_above_the_table(columns):
    printed = shown(TRUE_LOOP, {"COLUMNS": columns})
    assert "-1.000000            36" in printed
    picture = printed.partition("\nstep")[0] if int(columns) > 20 else ""
    assert max(map(len, picture.splitlines()), default=0) < int(columns)


@pytest.mark.parametrize(("lesson", "file"), LESSONS.items())
def test_stubs_and_solutions_share_what_is_shared(lesson, file):
    """`showing.py` is one file, which stands in the folder of each lesson that uses it."""
    one = (SOLUTIONS / "first_loop" / "showing.py").read_bytes()
    assert (SOLUTIONS / lesson / "showing.py").read_bytes() == one


# --- what moves ------------------------------------------------------------------------------------


def in_a_terminal(lesson, arguments=(), size=(80, 40), interrupt=False, **environment):
    """Everything that the lesson's script writes to a terminal of `size`, (columns, lines)."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    plain = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR", "TERM")}
    code = (
        f"import runpy, sys, showing; showing.PAUSE = showing.SECONDS = {1000 if interrupt else 0.001}\n"
        f"sys.argv = ['', *{arguments!r}]; runpy.run_path({LESSONS[lesson]!r}, run_name='__main__')"
    )
    process = subprocess.Popen(
        [sys.executable, "-B", "-c", code],
        cwd=SOLUTIONS / lesson,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**plain, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            written += (part := os.read(ours, 65536))
        except OSError:  # Linux says so when nobody is left on the other side
            break
        if not part:
            break
        if interrupt and b"w" in written.partition(b"\x1b8")[2]:
            process.send_signal(2)
            interrupt = False
    os.close(ours)
    assert process.wait() == 0, written
    return written.decode()


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_terminal_shows_every_step_in_one_place_and_then_what_stays(lesson):
    written = in_a_terminal(lesson)
    assert written.count("\x1b8") == 11  # ten steps, and the end
    _, _, stays = written.rpartition("\x1b8\x1b[J")
    assert "\x1b" not in stays
    assert {"0", "1"} <= set(re.findall(r"\d", stays)) and "9" in written


@pytest.mark.parametrize(
    "how",
    [
        {"TERM": "dumb"},
        {"NO_COLOR": "1"},
        {"size": (60, 40)},
        {"size": (80, 12)},
        {"arguments": ("--still",)},
    ],
)
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_code_is_written_where_it_would_not_be_understood_or_wanted(lesson, how):
    assert "\x1b" not in in_a_terminal(lesson, **how)


def test_a_pipe_gets_no_code():
    done = subprocess.run(
        [sys.executable, "-B", "training.py"],
        cwd=SOLUTIONS / "first_loop",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "\x1b" not in done.stdout and "-1.000000" in done.stdout


def test_ctrl_c_goes_straight_to_what_stays():
    written = in_a_terminal("first_loop", interrupt=True)
    assert "Traceback" not in written
    assert "1.999998" in written.rpartition("\x1b[J")[2]


def test_hundreds_of_steps_are_shown_in_some_frames():
    code = (
        "import showing, io, sys; showing.time.sleep = lambda seconds: pauses.append(seconds); pauses = []\n"
        "sys.stdout = io.StringIO(); showing.play([[str(k)] for k in range(900)])\n"
        "sys.stderr.write(f'{len(pauses)} {sum(pauses):.3f}')"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=SOLUTIONS / "first_loop",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "40 4.000"


def test_a_console_of_windows_is_asked_first(monkeypatch):
    """`console_obeys` switches the codes on, and says whether that worked."""
    import ctypes
    import importlib.util
    from types import SimpleNamespace

    spec = importlib.util.spec_from_file_location("showing_here", SOLUTIONS / "first_loop" / "showing.py")
    showing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(showing)
    asked = []
    kernel = SimpleNamespace(
        GetStdHandle=lambda number: number,
        GetConsoleMode=lambda handle, mode: 1,
        SetConsoleMode=lambda handle, mode: asked.append((handle, mode)) or answer,
    )
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    for answer in (1, 0):
        assert showing.console_obeys() is bool(answer)
    assert asked == [(-11, 4), (-11, 4)]
    kernel.GetConsoleMode = lambda handle, mode: 0
    assert showing.console_obeys() is False
