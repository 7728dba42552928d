"""A process that was stopped is told when it goes on, and does something before it is asked: SIGCONT has a handler.

Stopped by what stops it at any other moment: it costs its own check. Once, the look for given code that was changed
went wrong after an interference, and told the teacher that a part of grading had failed.
"""

import pytest

from tests.hostile.rig import WRONG, points, statuses

ON_WAKING = "\nimport ctypes, os, signal\nsignal.signal(signal.SIGCONT, lambda *_: {})\n"
ENDS = {
    "leaves": "os._exit(0)",
    "crashes": "ctypes.string_at(0)",
    "lets go of its pipes": "[os.close(number) for number in (1, 2, 3, 4)]",
    "raises": "1 / 0",
}
FORGES = """os.write(4, b'["0000000000000000","ok",9.0]\\n')"""


@pytest.mark.parametrize("way", ENDS)
def test_it_costs_what_was_asked_then(grade, honest_wrong, way):
    """The answers that are read when it goes on are lost; the checks of other exercises find a new process."""
    found = points(grade({"engine.py": WRONG + ON_WAKING.format(ENDS[way])}))
    assert found == {**honest_wrong, "failure_modes": 0}


def test_an_answer_that_nobody_asked_for(grade, honest_wrong):
    """It ends the grading of this submission, as any interference, and no warning is given (`-W error`)."""
    found = grade({"engine.py": WRONG + ON_WAKING.format(FORGES)})
    before = ("by_hand", "square", "backward", "squared_loss")
    assert {name: points(found)[name] for name in before} == {name: honest_wrong[name] for name in before}
    assert statuses(found, "update") == statuses(found, "train") == {"invalid"}
