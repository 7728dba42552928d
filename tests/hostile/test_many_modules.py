"""A folder of very many modules, all of them named by the work, costs no more time than their names take.

Stopped by `intake`, which tells what was read from what was not by a set: compared one by one, the square of
their number kept the grader busy.
"""

import time

from grader.intake import intake
from tests.hostile.rig import ENGINE, LESSON

NAMES = [f"m{number:05d}" for number in range(8_000)]


def test_eight_thousand_modules(tmp_path):
    """Twenty are taken along, and the rest is left out in no time."""
    folder = tmp_path / "class" / "ada"
    folder.mkdir(parents=True)
    (folder / "engine.py").write_text(f"{ENGINE}# {' '.join(NAMES)}\n", encoding="utf-8")
    for name in NAMES:
        (folder / f"{name}.py").touch()
    [entry] = intake.find(tmp_path / "class", LESSON)
    began = time.process_time()
    found = intake.read(entry, LESSON)
    assert time.process_time() - began < 2
    assert len(found.files) == 21
