"""Random kills: `python -m tests.grader.kills 200 100` grades 200 submissions under 100 kills.

Each kill is a -9 to the grader, to a worker, to the mother of its boxes or to a box, at a random moment. A
killed grader is started again. At the end every lasting file must be what an undisturbed run writes.
"""

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.grader import batches

PAUSE = 2.0  # seconds between two kills, on average


def main(students: int, kills: int, seed: int) -> int:
    """Run it, and return how many files differ."""
    place = Path(tempfile.mkdtemp(prefix="kills-"))
    folder = make_class(place / "class", students)
    undisturbed, disturbed = place / "undisturbed", place / "disturbed"
    batches.finish(batches.start(folder, undisturbed, "--jobs", "2"), patience=7200)
    hit = disturb(folder, disturbed, kills, random.Random(seed))
    differing = compare(batches.lasting(undisturbed), batches.lasting(disturbed))
    print(f"{students} submissions, {kills} kills ({', '.join(f'{n} {k}' for k, n in hit.items())})")
    print(f"{len(batches.reports(disturbed))} reports, differing files: {differing or 'none'}")
    if differing:
        print(f"compare {undisturbed} and {disturbed}")
    else:
        shutil.rmtree(place)
    return len(differing)


def make_class(folder: Path, students: int) -> Path:
    """Copies of the sample class, as many as are asked for."""
    samples = sorted(p for p in (batches.KIT / "tests" / "sample_class").iterdir() if p.is_dir())
    for number in range(students):
        sample = samples[number % len(samples)]
        shutil.copytree(sample, folder / f"{number:03} {sample.name}")
    return folder


def disturb(folder: Path, out: Path, kills: int, chance: random.Random) -> Counter[str]:
    """Grade the class while processes are killed; returns what was hit how often."""
    hit = Counter[str]()
    process = batches.start(folder, out, "--jobs", "2")
    while hit.total() < kills:
        time.sleep(chance.expovariate(1 / PAUSE))
        if process.poll() is not None:  # done, or killed: go on, from the beginning if everything is done
            fresh = ["--fresh"] if process.returncode in (0, 3) else []
            process = batches.start(folder, out, "--jobs", "2", *fresh)
            continue
        kind = chance.choice(["grader", "worker", "worker", "mother", "box", "box", "box"])
        if pids := _targets(process, kind):
            batches.kill(chance.choice(pids))
            hit[kind] += 1
    batches.finish(process, patience=7200)
    batches.finish(batches.start(folder, out, "--jobs", "2"), patience=7200)
    return hit


def _targets(process: batches.Process, kind: str) -> list[int]:
    workers = batches.workers_of(process.pid)
    match kind:
        case "grader":
            return [process.pid]
        case "worker":
            return workers
        case _:
            reach = batches.mothers_of if kind == "mother" else batches.boxes_of
            return [process for worker in workers for process in reach(worker)]


def compare(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


if __name__ == "__main__":
    sys.exit(main(*map(int, [*sys.argv[1:], "200", "100", "1"][:3])) > 0)
