"""A secret that lies outside of the box never appears in what a report is made of.

Stopped by Landlock; and were it read, a report would show it: the second test makes sure that it would.
"""

import pytest

from grader.doors.asking_ahead import AskingAhead
from grader.grading import grading, record
from tests.hostile.rig import LESSON, submission

SECRET = "the-secret-of-the-gradebook"
CODE = """
try:
    SEEN = open({path!r}).read()
except OSError as error:
    SEEN = "nothing"
print(SEEN)
Y_HAT = SEEN
raise RuntimeError(SEEN)
"""


@pytest.mark.parametrize("confined", [True, False])
def test_it_stays_where_it_is(bench, tmp_path, confined):
    """Locked in, the attack reports nothing; without the lock it would have reported the secret."""
    gradebook = tmp_path / "gradebook.db"
    gradebook.write_text(SECRET)
    handed_in = submission({"by_hand.py": CODE.format(path=str(gradebook))})
    ledger = bench.run(AskingAhead(LESSON, handed_in, confined=confined), ["by_hand"])
    text = record.dumps(grading.graded(LESSON, handed_in, ledger, confined=confined)).decode()
    assert (SECRET in text) is not confined
