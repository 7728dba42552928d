"""Many submissions on a Dask cluster of this machine, and in its own pool: every report, byte for byte.

    python -m tests.grader.on_a_cluster [SUBMISSIONS] [WORKERS]

takes as many submissions of the corpus and the sample class, right and wrong in turns; those that come round
again differ in a comment.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import cycle, islice
from pathlib import Path

from grader.grading import batch, workers
from grader.grading.shelf import Shelf
from grader.intake import intake
from tests import corpus
from tests.grader.batches import LESSON, lasting
from tests.grader.clusters import joined, started


def main(count: int = 500, width: int = 2) -> int:
    """Print how long both took and what differs; returns how many files do."""
    with tempfile.TemporaryDirectory(prefix="on-a-cluster-") as name:
        place = Path(name)
        entries = intake.find(everybody(place / "class", count), LESSON)
        with started(place / "cluster", LESSON, width) as at, joined(at) as found:
            work = batch.Batch(LESSON, entries, lambda: nullcontext(found), found.width)
            there = grades(work, place / "there", "cluster")
        work = batch.Batch(LESSON, entries, lambda: workers.pool(width), 2 * width)
        here = grades(work, place / "here", "this machine")
        differing = sorted(name for name in {**here, **there} if here.get(name) != there.get(name))
        print(f"{count} submissions, {len(here)} files, differing: {', '.join(differing) or 'none'}")
    return len(differing)


def everybody(folder: Path, count: int) -> Path:
    """A class of so many."""
    folder.mkdir()
    for number, files in enumerate(islice(cycle(_files()), count)):
        (folder / f"student-{number}").mkdir()
        for name, content in files.items():
            comment = f"# {number}\n".encode() if name.endswith(".py") else b""
            (folder / f"student-{number}" / name).write_bytes(content + comment)
    return folder


def _files() -> Iterator[dict[str, bytes]]:
    """The files of each submission there is, right ones spread among the wrong."""
    right, wrong = [corpus.members(kind) for kind in ("right", "wrong")]
    for others, member in zip(cycle(right), wrong, strict=False):
        for one in (member, others):
            yield dict(corpus.submission(LESSON, one).files)


def grades(work: batch.Batch, out: Path, where: str) -> dict[str, bytes]:
    """What lasts of the reports."""
    began = time.monotonic()
    with Shelf(out) as shelf:
        counted = sum(one.grade.status == "graded" for one in batch.run(work, shelf))
    print(f"{where}: {counted} graded in {time.monotonic() - began:.0f} s", flush=True)
    return lasting(out)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])) > 0)
