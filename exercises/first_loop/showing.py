"""Given: what the pictures of lessons 1 and 2 share. There is nothing to write here, and no need to read it.

A picture moves where a terminal can redraw it. Everywhere else, and with --still, it stays as it is.
"""

import os
import shutil
import sys
import time
from numbers import Real

SECONDS, PAUSE = 4.0, 0.4  # a whole walk lasts no longer, nor does one step
MOST = 40  # frames


def trained(train, names, *arguments, **options):
    """The rows that `train` returns, as tuples of floats; None, with a line that says why, if there are none.

    `names` says what a row holds.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a sign that this terminal lacks is shown as "?"
    try:
        return rows_of(train(*arguments, **options), names)
    except NotImplementedError as still_to_do:
        print(f"Not yet: {still_to_do}. Run pytest to see what comes next.")
    except OverflowError:
        print(
            "No picture: the numbers grew until Python could not hold them. Try fewer steps, or a smaller lr."
        )
    except ValueError as trouble:
        if not isinstance(trouble, NoRowsError):
            raise  # it is the student's own, and so is its traceback
        print(f"No picture: {trouble}.")
    return None


class NoRowsError(ValueError):
    """What `train` returned is no list of rows."""


def rows_of(history, names):
    if isinstance(history, str | dict) or not hasattr(history, "__iter__"):
        raise NoRowsError(f"train should return a list of rows, but it returned {short(history)}")
    rows = list(history)
    if not rows:
        raise NoRowsError("train returned no rows, so there is no step to draw")
    return [row_of(number, row, names) for number, row in enumerate(rows)]


def row_of(number, row, names):
    entries = tuple(row) if hasattr(row, "__iter__") and not isinstance(row, str | dict) else ()
    if len(entries) != len(names):
        raise NoRowsError(f"row {number} should be ({', '.join(names)}), but it is {short(row)}")
    for name, entry in zip(names, entries, strict=True):
        if not isinstance(entry, Real):
            raise NoRowsError(f"in row {number}, {name} should be a plain number, but it is {short(entry)}")
    return tuple(map(as_float, entries))


def as_float(value):
    try:
        return float(value)
    except OverflowError:  # a whole number may have more digits than a float
        return float("inf") if value > 0 else float("-inf")


def short(value):
    said = " ".join(repr(value).split())
    return said if len(said) <= 50 else f"{said[:49]}..."


def told(value):
    """A number in at most twelve characters."""
    return f"{value:.6f}" if abs(value) < 1e4 else f"{value:.5g}"


def table(rows, names):
    """The rows in columns, as lines below a heading."""
    first, *others = names
    lines = [f"{first:>4}" + "".join(f"  {name:>12}" for name in others)]
    for step, *values, loss in rows:
        lines.append(f"{step:>4.0f}" + "".join(f"  {told(v):>12}" for v in values) + f"  {loss:>12.6g}")
    return lines


def sign(step):
    """The mark of a step in a picture: 0, 1, 2 … 9, then o."""
    return str(step) if step < 10 else "o"


# --- what moves ----------------------------------------------------------------------------


def columns():
    return shutil.get_terminal_size((80, 24)).columns


def can_move(lines, wide):
    """Whether a picture of this size can move here."""
    still = "--still" in sys.argv or "NO_COLOR" in os.environ or not sys.stdout.isatty()
    if still or os.environ.get("TERM", "" if os.name == "nt" else "dumb") == "dumb":
        return False
    size = shutil.get_terminal_size((80, 24))
    return size.lines > lines and size.columns >= wide and (os.name != "nt" or console_obeys())


def console_obeys():
    """A console of Windows moves its cursor only if it has been asked to; before Windows 10 none does."""
    import ctypes

    console, mode = ctypes.windll.kernel32, ctypes.c_ulong()
    output = console.GetStdHandle(-11)
    known = console.GetConsoleMode(output, ctypes.byref(mode))
    return bool(known and console.SetConsoleMode(output, mode.value | 4))


def play(frames):
    """Show one frame after the other in the same place, then leave it empty. Ctrl-C goes to the end."""
    last = len(frames) - 1
    chosen = frames if last < MOST else [frames[k * last // (MOST - 1)] for k in range(MOST)]
    high = max(map(len, chosen))
    say("\n" * high + f"\x1b[{high}A\x1b7")  # room below, then remember the place
    try:
        for frame in chosen:
            say("\x1b8" + "".join(f"{line}\x1b[K\n" for line in frame))
            time.sleep(min(PAUSE, SECONDS / len(chosen)))
    except KeyboardInterrupt:
        pass
    finally:
        say("\x1b8\x1b[J")


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()
