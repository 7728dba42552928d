"""Classes to grade, and ways to grade them: for real, or with a pool and a grade that cost nothing."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from grader.grading import batch, dispatch, job
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.lesson import catalog
from grader.model import Grade, Lesson, Submission
from tests.grader import forks, sample_grades

KIT = catalog.find_root(Path(__file__))
LESSON = catalog.load(KIT, "first_loop")
SOLUTION = {name: (LESSON.solutions / name).read_bytes() for name in LESSON.files}
PAGES = {"report.html", "report.md", "grade.json", "run.json", "submission.json"}


def hand_in(folder: Path, *students: str, lesson: Lesson = LESSON, **files: bytes) -> Path:
    """A class in `folder`: the solution for each of `students`, with `engine=b"…"` in place of engine.py."""
    changed = {f"{stem}.py": content for stem, content in files.items()}
    solution = {name: (lesson.solutions / name).read_bytes() for name in lesson.files}
    for student in students:
        (folder / student).mkdir(parents=True, exist_ok=True)
        for name, content in (solution | changed).items():
            (folder / student / name).write_bytes(content)
    return folder


class Inline(Executor):
    """An executor that runs each job as it is handed in."""

    def submit(self, call: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(call(*args, **named))
        except BaseException as error:
            future.set_exception(error)
        return future


class Counted:
    """In place of `session.grade`: full marks for everyone, and a list of who was graded."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __call__(self, lesson: Lesson, submission: Submission, *, confined: bool) -> Grade:
        self.calls.append(submission.student.id)
        grade = sample_grades.perfect(submission.student.name)
        provenance = replace(grade.provenance, submission=submission.digest)
        reason = submission.unread or None
        told = {"student": submission.student, "provenance": provenance, "reason": reason}
        return replace(grade, **told, arrival=submission.arrival)


def run(
    folder: Path, out: Path, open_pool: dispatch.OpenPool = Inline, lesson: Lesson = LESSON, **how: Any
) -> list[batch.Finished]:
    """Grade the class in `folder` as the command does."""
    work = batch.Batch(lesson, intake.find(folder, lesson), open_pool, how.pop("width", 4), **how)
    with Shelf(out) as shelf:
        return list(batch.run(work, shelf))


def lasting(out: Path) -> dict[str, bytes]:
    """All that two runs over the same class must have in common, by path; nothing else may be there."""
    files = {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    times = ("run.json", "journal.jsonl", "history.jsonl", "lock")
    spared = (".grader/summaries.jsonl", ".grader/pages.json")  # of this disk: they only save work
    return {name: data for name, data in files.items() if not name.endswith((*times, *spared))}


def reports(out: Path) -> dict[str, set[str]]:
    """The names in each report folder."""
    return {p.name: {f.name for f in p.iterdir()} for p in out.glob("[!.]*/")}


# --- the command, as a process that can be killed ----------------------------------------------


Process = subprocess.Popen[str] | forks.Forked


def start(
    folder: Path, out: Path, *options: str, kit: Path = KIT, ready: forks.Server | None = None
) -> Process:
    """`grader grade`, in a process group of its own: a new Python, or a copy of one that is `ready`."""
    arguments = ["grade", str(folder), "--out", str(out), "--kit", str(kit), "--jobs", "1", *options]
    if ready is not None:
        descriptor, said = tempfile.mkstemp(dir=kit)
        os.close(descriptor)
        return ready.start("grader.cli:main", arguments, Path(said))
    return subprocess.Popen(
        [sys.executable, "-c", "from grader.cli import main; main()", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def finish(process: Process, patience: float = 120) -> str:
    """Wait for a process that is about to end, and return what it said; `patience` is in seconds."""
    said, _ = process.communicate(timeout=patience)
    return said


def until_a_report(process: Process, out: Path) -> None:
    """Wait until the first report is there, with its line in the journal."""
    journal = out / ".grader" / "journal.jsonl"
    while process.poll() is None and not (journal.exists() and b"\n" in journal.read_bytes()):
        time.sleep(0.01)


def children(pid: int, named: bytes) -> list[int]:
    """The processes that `pid` started whose command line has a name in it."""
    with contextlib.suppress(OSError):  # any of them may end while we look
        lists = [path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/children")]
        started = [int(child) for found in lists for child in found]
        return [child for child in started if named in Path(f"/proc/{child}/cmdline").read_bytes()]
    return []


def mothers_of(worker: int) -> list[int]:
    """The mother of a worker's boxes."""
    return children(worker, b"mother.py")


def boxes_of(worker: int) -> list[int]:
    """The boxes of a worker: copies of their mother, command line and all."""
    return [box for mother in mothers_of(worker) for box in children(mother, b"mother.py")]


def workers_of(pid: int) -> list[int]:
    """The workers of `pid`: spawned, or copies of a child that makes them (see `ready_workers`)."""
    makers = children(pid, b"forkserver")
    return [*children(pid, b"spawn_main"), *(w for maker in makers for w in children(maker, b"forkserver"))]


def kill(pid: int) -> None:
    """Kill -9, if it is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


# --- jobs that end badly -----------------------------------------------------------------------


def deadly_look(jobs: Sequence[job.Job]) -> list[bool]:
    """In place of `job.unchanged`: it kills its worker."""
    kill(os.getpid())
    return [False for _ in jobs]


def deadly(work: job.Job) -> job.Graded | None:
    """In place of `job.run`: mallory's submission kills its worker, all others cost nothing."""
    if work.entry.student.id == "mallory":
        kill(os.getpid())
    return job.ungraded(work, "this is only a test")
