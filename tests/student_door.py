"""A student's own pytest, tried on the system that this runs on: `python -m tests.student_door [OPTIONS]`.

CI runs it on Windows and macOS, where it needs no more than a student has. OPTIONS go to pytest.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOOP = "        while True:\n            Value(1)\n"
BEFORE = "        out = Value(self.data**2"  # the first line of `square` in the solution
PATIENCE = 120  # seconds after which a run that does not end is given up; nothing here is measured


def main(*options: str) -> int:
    """Print what is wrong; returns how much that is."""
    with tempfile.TemporaryDirectory() as place:
        wrong = [*_wrong(Path(place), options)]
    print(*wrong, "all is well" if not wrong else f"{len(wrong)} wrong", sep="\n")
    return len(wrong)


def _wrong(place: Path, options: tuple[str, ...]):
    yield from _missing("the stubs", _run("exercises", *options), 1, ["next: `by_hand`", "0 of 95 points"])
    yield from _missing("the solutions", _run("solutions", *options), 0, ["Everything here is done"])
    hanging = place / "first_loop"
    shutil.copytree(ROOT / "solutions" / "first_loop", hanging)
    engine = hanging / "engine.py"
    text = engine.read_text(encoding="utf-8")
    engine.write_text(text.replace(BEFORE, LOOP + BEFORE), encoding="utf-8")
    line = text[: text.index(BEFORE)].count("\n") + 1
    due = [f"engine.py, line {line}, in square", "next: `square`", "still running after"]
    yield from _missing("a loop without end", _run(str(hanging), *options), 1, due)


def _run(folder: str, *options: str) -> tuple[int, str]:
    """What pytest prints of lesson 1, on a console that knows few letters."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "tests/first_loop", f"--submission={folder}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="cp1252",
        check=False,
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout


def _missing(what: str, run: tuple[int, str], code: int, due: list[str]):
    """Sentences about a run that did not end or say what it should."""
    ended, out = run
    said = " ".join(out.split())
    lacking = [text for text in due if text not in said]
    if ended != code or lacking or "Traceback" in out:
        yield f"{what}: pytest ended with {ended}, and did not say {lacking}:\n{out}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) > 0)
