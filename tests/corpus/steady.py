"""Does a wrong `backward` get the same grade each time, whatever its engine keeps the children of a Value in?

    python -m tests.corpus.steady [RUNS [STEP]]

grades each STEP-th wrong `backward` of the models and of the corpus, its children kept in tuples, lists and
sets, RUNS times, each time in new processes. All grade.json of one submission have to be the same to the
byte, and the mistake has to get the same name whatever the children are kept in.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from grader import adequacy
from grader.lesson import catalog
from grader.model import Submission
from grader.naming import report_folder_name
from tests import corpus

ROOT = catalog.find_root(Path(__file__))
LESSON = catalog.load(ROOT, "first_loop")
EXERCISE = "backward"
GRADE = "from grader.cli import main; main()"


class Work(NamedTuple):
    """One wrong `backward`, and the submissions of it, by what keeps the children."""

    name: str
    kept: dict[str, Submission]


class Outcome(NamedTuple):
    """What came out for one submission: how many different grade.json, the points, and the name it got."""

    grades: int
    points: float
    named: str


def main(runs: int = 10, step: int = 1) -> int:
    """Print what differed; returns how many submissions did."""
    with tempfile.TemporaryDirectory(prefix="steady-") as place:
        found = outcomes(works(step), runs, Path(place))
    said = problems(found)
    print("\n".join(said))
    print(f"{len(found)} submissions, graded {runs} times each: {len(said)} differ")
    return len(said)


def works(step: int = 1) -> list[Work]:
    """Each `step`-th wrong `backward` there is."""
    return [*islice(_models(), 0, None, step), *islice(_members(), 0, None, step)]


def _models() -> Iterator[Work]:
    trials = [t for t in adequacy.trials(LESSON) if t.exercise == EXERCISE and t.slugs]
    starts = [n for n, trial in enumerate(trials) if not trial.form] + [len(trials)]
    for number, (start, end) in enumerate(pairwise(starts)):
        kept = {trial.form.rpartition(" ")[2] or "tuple": trial.submission for trial in trials[start:end]}
        yield Work(f"model {number:02} {trials[start].name}", kept)


def _members() -> Iterator[Work]:
    for member in corpus.members("wrong"):
        if EXERCISE in member.expected and len(member.kinds) > 1:
            kept = {kind: corpus.submission(LESSON, member, kind) for kind in member.kinds}
            yield Work(f"corpus {member.name}", kept)


def outcomes(wanted: list[Work], runs: int, place: Path) -> dict[tuple[str, str], Outcome]:
    """What came out for each work and each thing that keeps the children, graded `runs` times."""
    submissions = {(w.name, kind): s for w in wanted for kind, s in w.kept.items()}
    for (name, kind), submission in submissions.items():
        folder = place / "class" / f"{name} in a {kind}"
        folder.mkdir(parents=True)
        for file, content in submission.files.items():
            (folder / file).write_bytes(content)
    for run in range(runs):
        _graded(place / "class", place / f"run {run}")
    return {
        key: _outcome(
            [place / f"run {run}" / report_folder_name("{} in a {}".format(*key)) for run in range(runs)]
        )
        for key in submissions
    }


def _graded(folder: Path, out: Path) -> None:
    """Grade a class in new processes, where texts have other hashes and Values lie in other places."""
    command = [sys.executable, "-c", GRADE, "grade", str(folder), "--out", str(out), "--kit", str(ROOT)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "PYTHONHASHSEED"))}
    subprocess.run(command, env=environment, check=False, capture_output=True)


def _outcome(folders: list[Path]) -> Outcome:
    texts = [(folder / "grade.json").read_text(encoding="utf-8") for folder in folders]
    exercises = json.loads(texts[0])["exercises"]
    own = next(exercise for exercise in exercises if exercise["name"] == EXERCISE)
    named = own["diagnosis"]["slug"] if own["diagnosis"] else "none"
    return Outcome(len(set(texts)), own["points"], named)


def problems(found: dict[tuple[str, str], Outcome]) -> list[str]:
    """What is not the same each time, and what is not named as with tuples; a line each."""
    said = []
    for (name, kind), outcome in found.items():
        known = found[name, "tuple"].named
        if outcome.grades > 1:
            said.append(f"{name} in a {kind}: {outcome.grades} different grades")
        elif outcome.named != known:
            said.append(f"{name} in a {kind}: named {outcome.named}, in a tuple {known}")
    return said


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])) > 0)
