"""True is not 1 and False is not 0: a bool is no answer where a number is due.

Stopped by `close`, which looks at the exact type.
"""

from tests.hostile.rig import TRAINING, checks, swapped


def test_steps_are_counted_in_numbers(grade):
    """Rows that count False, True, 2 … do not count."""
    attack = swapped(TRAINING, "rows.append((step,", "rows.append((bool(step) if step < 2 else step,")
    by_name = {check.name: check.status for check in checks(grade({"training.py": attack}, "train"), "train")}
    assert by_name["test_rows_count_their_steps"] == "failed"
