"""A copy of a process that has pytest loaded says what a new Python says."""

import re

from tests.grader import student_runs

CHANGING = re.compile(
    r"^cachedir: .*$|\b[\d.]+s\b", re.MULTILINE
)  # the folder of a run, and how long it took
SQUARE = "tests/first_loop/test_square.py"


def test_a_warm_run_is_what_a_student_sees(submit, warm_run):
    """To the letter; and nothing of one run is left for the next."""
    wrong = submit(
        {"engine.py": lambda text: text.replace("2 * self.data * out.grad", "self.data * out.grad")}
    )
    told = student_runs.run(SQUARE, folder=wrong.folder)
    for warm in (warm_run(SQUARE, folder=wrong.folder), warm_run(SQUARE, folder=wrong.folder)):
        assert (warm.exit_code, warm.results, warm.diagnoses) == (1, told.results, told.diagnoses)
        assert CHANGING.sub("", warm.out) == CHANGING.sub("", told.out)
