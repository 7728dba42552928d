"""Lines of an example fit into a narrow terminal, and still run."""

import ast

import pytest

from grader.telling.fitted import fitted

LONG = f"f([{', '.join(['(0, 5.0)'] * 20)}], x=1)"


def test_what_fits_stays_as_it_is():
    """With what it prints behind it."""
    assert fitted("print(1)  # 1", 13) == "print(1)  # 1"


def test_what_is_printed_goes_below():
    """Where both together are too long."""
    assert fitted("print(x)  # 1 2 3 4 5", 12) == "print(x)\n# 1 2 3 4 5"


@pytest.mark.parametrize("line", [LONG, f"a = {LONG}", f"    return {LONG}", f"print({LONG})  # {'1 ' * 60}"])
def test_code_is_broken_where_python_reads_on(line):
    """Its lines together are the same Python."""
    found = fitted(line, 40).splitlines()
    code = "\n".join(line for line in found if not line.startswith("#"))
    assert max(map(len, found)) <= 40 and len(found) > 3
    assert ast.dump(ast.parse(code.lstrip())) == ast.dump(ast.parse(line.partition("  # ")[0].lstrip()))


def test_a_table_is_cut():
    """Its columns would not survive anything else."""
    assert fitted("# abcdefgh", 6) == "# abc…"


@pytest.mark.parametrize("line", ["x" * 50, f"'{'a, ' * 20}'", "f(" + "x" * 50])
def test_what_cannot_be_broken_stays_whole(line):
    """Better too long than no Python."""
    assert fitted(line, 40) == line
