"""Not an attack: a right solution whose files take their time to load keeps all of its points.

Stopped by nothing, and that is the promise: an import is paid for once, and a sleep is over at once.
"""

import pytest

from tests.hostile.rig import BY_HAND, ENGINE, TRAINING

COMPUTES = "\nfor _ in range(8_000_000): pass\n"
CHANGES = COMPUTES + "import collections\nqueue = collections.deque()\n"
WAYS = {
    "engine computes": {"engine.py": ENGINE + COMPUTES},
    "training computes": {"training.py": TRAINING + COMPUTES},
    "all compute": {
        "engine.py": ENGINE + COMPUTES,
        "training.py": TRAINING + COMPUTES,
        "by_hand.py": BY_HAND + COMPUTES,
    },
    "engine sleeps": {"engine.py": "import time\ntime.sleep(1)\n" + ENGINE},
    "all sleep": {
        f: f"import time\ntime.sleep(1)\n{t}" for f, t in (("engine.py", ENGINE), ("training.py", TRAINING))
    },
    "each step sleeps": {
        "training.py": TRAINING.replace("w.data -=", "import time; time.sleep(0.1)\n    w.data -=")
    },
    "it trains and prints on import": {
        "training.py": TRAINING + "\nfor _ in range(3): print(train(Value(-1.0), 2.0, 4.0))\n"
    },
}


@pytest.mark.parametrize("way", WAYS)
def test_it_loses_nothing(grade, honest, way):
    """All points of every exercise, on a busy machine as well."""
    found = grade(WAYS[way])
    assert found.points == sum(honest.values())


def test_what_cannot_be_kept_is_imported_anew(grade):
    """Where a check may have changed a module, it is loaded again, and the check does not pay for it."""
    found = grade({"engine.py": ENGINE + CHANGES}, "square")
    assert {e.name: e.points for e in found.exercises}["square"] == 15
