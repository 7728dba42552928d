"""The same submission, the same grade: everybody there is, graded in several ways, byte for byte.

    python -m tests.same_grade [STEP]

takes each STEP-th submission (each one, unless told otherwise) of the corpus and the hostile suite, and more
of the sample class. It grades them together; then by the same workers in another order, while the machine is
busy with something else; once more by one new worker; and a few alone, each by a new one. Left out are
attacks that use up almost all of a limit on purpose: whether they end in time depends on the machine.
"""

import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from grader.grading import batch, dispatch, workers
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.lesson import catalog
from tests import corpus

ROOT = catalog.find_root(Path(__file__))
LESSON = catalog.load(ROOT, "first_loop")
# What hangs is not worth waiting for as long as usual.
IMPATIENT = replace(LESSON.limits, check_seconds=0.3, hung_check_seconds=0.1, import_seconds=0.5)
AT_THE_LIMIT = ("just-below", "computes-unasked", "the-rest-is-not-tried", "it-pays-for-it")
ALONE = 3


def main(step: int = 1) -> int:
    """Print what differed; returns how many grades did."""
    with tempfile.TemporaryDirectory(prefix="same-grade-") as place:
        folder = everybody(Path(place, "class"), step)
        differing = compare(folder, Path(place))
        print(
            f"{len(list(folder.iterdir()))} submissions, differing grades: {', '.join(differing) or 'none'}"
        )
    return len(differing)


def everybody(folder: Path, step: int = 1) -> Path:
    """A class of all submissions there are in the tests, each `step`-th of each kind."""
    folder.mkdir()
    samples = sorted(path for path in (ROOT / "tests" / "sample_class").iterdir() if path.is_dir())
    for sample in samples[:: max(1, step // 8)]:
        shutil.copytree(sample, folder / f"sample {sample.name}")
    for member in [*corpus.members("right"), *corpus.members("wrong")][::step]:
        _write(folder / f"corpus {member.name}", corpus.submission(LESSON, member).files)
    recorded = folder.with_name("recorded")
    recorded.mkdir()
    _record(recorded)
    attacks = [path for path in sorted(recorded.iterdir()) if not any(n in path.name for n in AT_THE_LIMIT)]
    for attack in attacks[::step]:
        shutil.copytree(attack, folder / f"attack {attack.name}")
    return folder


def _record(folder: Path) -> None:
    """Run the hostile suite with a fixture that writes its submissions down instead of grading them."""
    environment = {**os.environ, "LEARNING_LOOP_RECORDED": str(folder)}
    environment = {k: v for k, v in environment.items() if not k.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "--assert=plain", "-p", "no:cacheprovider", "-n", "0"]
    files = [str(path) for path in _using_grade(ROOT / "tests" / "hostile")]
    subprocess.run([*command, *files], cwd=ROOT, env=environment, check=False, capture_output=True)


def _using_grade(folder: Path) -> list[Path]:
    """The tests that hand in a submission."""
    return [path for path in sorted(folder.glob("test_*.py")) if "(grade" in path.read_text(encoding="utf-8")]


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def compare(folder: Path, place: Path) -> list[str]:
    """The submissions whose grade.json is not the same, to the byte, in whatever way it was made."""
    entries = intake.find(folder, LESSON)
    with workers.pool(2) as pool:
        known = grades(entries, place / "together", pool, 2)
        with busy():
            other = grades(random.Random(1).sample(entries, len(entries)), place / "shuffled", pool, 2)
    ways = [other, _by_one(entries[::-1], place / "one worker")]
    chosen = random.Random(2).sample(entries, min(ALONE, len(entries)))
    ways += [_by_one([entry], place / f"alone {number}") for number, entry in enumerate(chosen)]
    return sorted({name for way in ways for name, grade in way.items() if known[name] != grade})


def _by_one(entries: list[intake.Entry], out: Path) -> dict[str, bytes]:
    with workers.pool(1) as pool:
        return grades(entries, out, pool, 1)


def grades(entries: list[intake.Entry], out: Path, pool: dispatch.Pool, jobs: int) -> dict[str, bytes]:
    """grade.json of each, by the name of its folder."""
    lesson = replace(LESSON, limits=IMPATIENT)
    work = batch.Batch(lesson, entries, lambda: contextlib.nullcontext(pool), 2 * jobs)
    with Shelf(out) as shelf:
        for _ in batch.run(work, shelf):
            pass
    return {path.parent.name: path.read_bytes() for path in out.glob("*/grade.json")}


@contextlib.contextmanager
def busy() -> Iterator[None]:
    """Other work on every core, for as long as this lasts."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])) > 0)
