"""How time and memory grow with a class: `python -m tests.benchmarks.growth [STUDENTS …]`.

Each class is graded by a process of its own, see `head`. What a student costs is told beyond the first ten,
for whom the processes are started. The exponent is the slope of a line through the logarithms: 1 says that
twice as many students cost twice as much.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from statistics import linear_regression

from tests.benchmarks.head import write_grades
from tests.benchmarks.subjects import ROOT

FEW = 10
SIZES = (100, 1_000)
_MB = 1 << 20
_ROW = "{:>8} {:>14} {:>20} {:>18} {:>14}"

Figures = Mapping[str, float]


def main(sizes: Sequence[int] = SIZES) -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        grades = Path(folder, "grades")
        write_grades(grades)
        few = measured(grades, FEW)
        print(_ROW.format("students", "ms a student", "ms when unchanged", "head process, MB", "page, MB"))
        print(_ROW.format(FEW, "", "", *_sizes(few)), flush=True)
        found = {}
        for students in sizes:
            found[students] = measured(grades, students)
            costs = (f"{cost(found, few, run)[students] * 1000:.2f}" for run in ("first", "again"))
            print(_ROW.format(f"{students:,}", *costs, *_sizes(found[students])), flush=True)
    for line in _reached(found, few):
        print(line)


def _reached(found: Mapping[int, Figures], few: Figures) -> Iterator[str]:
    """What comes of it, and how far it should reach."""
    most, graded, again = max(found), cost(found, few, "first"), cost(found, few, "again")
    memory = (found[most]["resident"] - few["resident"]) / _MB
    yield f"regrading what is unchanged, ms a student: {again[most] * 1000:.2f}, reach 1"
    yield f"head process, {FEW} to {most:,} students, MB more: {memory:.1f}, reach 40"
    if len(found) > 1:
        yield f"cost a student, the highest against the lowest: {_spread(graded):.2f}, reach 1.10"
        yield f"exponent of the time: {exponent(graded):.2f}; when unchanged {exponent(again):.2f}"


def _spread(costs: Mapping[int, float]) -> float:
    return max(costs.values()) / min(costs.values())


def measured(grades: Path, students: int) -> Figures:
    """The figures of one class."""
    command = [sys.executable, "-m", "tests.benchmarks.head", str(grades), str(students)]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    figures: Figures = json.loads(said)
    return figures


def cost(found: Mapping[int, Figures], few: Figures, run: str) -> dict[int, float]:
    """CPU seconds a student beyond the first few, by the number of students."""
    return {students: (figures[run] - few[run]) / (students - FEW) for students, figures in found.items()}


def exponent(costs: Mapping[int, float]) -> float:
    """How the time of all grows with their number."""
    times = [log(each * students) for students, each in costs.items()]
    return linear_regression([*map(log, costs)], times).slope


def _sizes(figures: Figures) -> list[str]:
    return [f"{figures[what] / _MB:.{digits}f}" for what, digits in (("resident", 1), ("page", 2))]


if __name__ == "__main__":
    main([*map(int, sys.argv[1:])] or SIZES)
