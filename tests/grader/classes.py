"""A class that is graded in shards, each into a folder of its own, and merged."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from grader.grading import batch, dispatch, merging, parts, shards
from grader.grading.batch import Finished
from grader.grading.shards import Shard
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.model import Lesson
from tests.grader.batches import LESSON, Inline


def grade_shard(
    folder: Path,
    out: Path,
    shard: Shard,
    open_pool: dispatch.OpenPool = Inline,
    lesson: Lesson = LESSON,
) -> list[Finished]:
    """Grade one shard of the class in `folder`, as the command does."""
    with Shelf(out) as shelf:
        entries = shards.begin(shelf, shard, lesson, intake.find(folder, lesson))
        return list(batch.run(batch.Batch(lesson, entries, open_pool, 4), shelf))


def grade_shards(folder: Path, into: Path, count: int, **how: Any) -> list[Path]:
    """Grade the class in shards; the folders of these."""
    places = [into / f"shard-{number}" for number in range(1, count + 1)]
    for number, place in enumerate(places, 1):
        grade_shard(folder, place, Shard(number, count), **how)
    return places


def merge(places: Sequence[Path], out: Path, lesson: Lesson = LESSON) -> tuple[list[Finished], list[str]]:
    """Merge as the command does: what was merged, and what is missing."""
    with parts.opened(places, out) as found:
        parts.require_same_conditions(found, batch.conditions_of(lesson, confined=True))
        with Shelf(out) as shelf:
            finished = list(merging.run(lesson, found, shelf))
        return finished, merging.missing(found, finished)
