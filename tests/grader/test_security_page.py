"""The table of attacks in grader/README.md names the tests that there are, all of them."""

import re
from fnmatch import fnmatch

from tests.grader.conftest import ROOT

PAGE = (ROOT / "grader" / "README.md").read_text(encoding="utf-8")
TABLE = PAGE[PAGE.index("| attack |") :].partition("\n\n")[0]
NAMED = re.findall(r"`([\w*]+)`", " ".join(line.rsplit("|", 2)[1] for line in TABLE.splitlines()[2:]))
TESTS = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "hostile").glob("test_*.py")}


def test_every_attack_is_in_the_table():
    """One file an attack, and each of them stands behind something that stops it."""
    assert {name for name in TESTS if not any(fnmatch(name, known) for known in NAMED)} == {"ordinary_user"}


def test_every_name_in_the_table_is_a_test():
    """A promise without its test would be a wish."""
    assert [known for known in NAMED if not any(fnmatch(name, known) for name in TESTS)] == []


def test_there_are_enough():
    """Eighty attacks at least, each with a promise of its own."""
    assert len(TESTS) >= 80
    promises = [p.read_text().split('"""')[1] for p in (ROOT / "tests" / "hostile").glob("test_*.py")]
    assert len(set(promises)) == len(TESTS) and all("Stopped " in promise for promise in promises)
