"""`python regression.py` of lesson 2: its map fits a terminal, and tells the truth of every run."""

import os
import re
import subprocess
import sys

import pytest

from tests.grader.conftest import ROOT

FOLDER = ROOT / "solutions" / "two_parameters"
POINTS = "[(-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]"


def ran(*arguments):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, env=environment, check=True)
    return done.stdout.decode()


def map_of(rows, points=POINTS):
    """What `show_map` prints of these rows, both as Python text."""
    return ran(
        "-c",
        "from contours import loss_table; from engine import Value\n"
        "from regression import train; from valley import show_map\n"
        f"points = {points}; show_map({rows}, points, loss_table)",
    )


def trained(w=-1.0, b=3.0, lr=0.1, steps=10):
    return f"train(Value({w}), Value({b}), points, lr={lr}, steps={steps})"


def marks(drawn):
    """Every digit and star of the map itself, by its line and column."""
    lines = drawn.splitlines()
    first, last = (n for n, line in enumerate(lines) if line.startswith("b = "))
    places = [
        (mark[0], n, mark.start())
        for n in range(first + 1, last)
        for mark in re.finditer(r"[\d*o]", lines[n])
    ]
    return {mark: place for mark, *place in places}


def test_script_prints_the_table_and_a_map_of_eighty_columns():
    printed = ran("regression.py")
    assert "0     -1.000000      3.000000            11" in printed
    assert max(map(len, printed.splitlines())) <= 80
    assert set("0123456789*") == set(marks(printed))


def test_both_parameters_have_one_scale():
    """From the start to the best line it is 2.6 in w and 2.8 in b: two columns to a line."""
    found = marks(map_of(trained()))
    down, right = found["*"][0] - found["0"][0], found["*"][1] - found["0"][1]
    assert right / down == pytest.approx(2 * 2.6 / 2.8, abs=0.15)


def test_steps_that_fly_away_are_counted():
    drawn = map_of(trained(lr=1.5, steps=500))
    assert "498 of 500 steps" in drawn
    assert {"0", "1", "*"} == set(marks(drawn))


def test_a_step_that_is_no_number_is_not_drawn():
    drawn = map_of("[(0, 1.0, 1.0, 2.0), (1, float('nan'), 0.0, float('nan'))]")
    assert "1 of 2 steps" in drawn
    assert {"0", "*"} == set(marks(drawn))


@pytest.mark.parametrize("rows", ["[]", "[(0, float('nan'), 3.0, 1.0)]"])
def test_without_a_first_step_there_is_no_map(rows):
    assert "No map" in map_of(rows)


def test_one_step_that_starts_at_the_best_line():
    assert {"0"} == set(marks(map_of(trained(1.6, 0.2, steps=1))))


def test_one_point_has_no_single_best_line():
    drawn = map_of(trained(), points="[(2.0, 1.0)]")
    assert "many lines are best" in drawn
    assert "* the best line" not in drawn
