"""A sheet of another system is read as spreadsheets read it, and given back byte for byte."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.sheet import Sheet
from tests.fuzzing import fuzz
from tests.grader.sheets import ALL

CELLS = st.text(st.sampled_from('ab",;\t\n\r ë1'), max_size=5)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def written(rows: list[list[str]], separator: str, end: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


def read(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@fuzz()
@given(TABLES, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]))
def test_cells_are_what_python_reads(rows: list[list[str]], separator: str, end: str) -> None:
    """Quotes, separators and line ends in cells, however lines end."""
    found = Sheet(written(rows, separator, end).encode())
    assert [[cell.text for cell in row] for row in found.rows] == rows


@fuzz()
@given(st.text(st.sampled_from('ab",;\n\r '), max_size=30))
def test_whatever_python_reads_without_quotes_is_read_alike(text: str) -> None:
    """Quotes in the middle of a cell, blank lines, no line end at the end."""
    page = f"a,b,c,d,e,f\n{text}"
    try:
        rows = [[cell.text for cell in row] for row in Sheet(page.encode()).rows]
    except UsageError:
        return  # a quote that is never closed: Python takes all that follows for one cell
    theirs = [row or [""] for row in csv.reader(io.StringIO(page, newline=""))]
    assert rows == theirs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_cell_changes_and_no_other_byte(encoding: str, end: str) -> None:
    """Also where quotes and line ends are mixed, and where the last line has no end."""
    before = f'Name,"Grade",note{end}Zoë,,"a ""b"" {end}c"\nBob,"7", x'
    after = f'Name,"Grade",note{end}Zoë,"1,5","a ""b"" {end}c"\nBob,"8", x'
    sheet = Sheet(before.encode(encoding))
    assert sheet.filled({(1, 1): "1,5", (2, 1): "8"}) == after.encode(encoding)
    assert sheet.filled({}) == before.encode(encoding)


@pytest.mark.parametrize("system", ALL)
def test_the_sheets_of_all_systems_come_back_as_they_were(system: str) -> None:
    """Nothing filled in, nothing changed; and every row has as many cells as there are heads."""
    sheet = Sheet(ALL[system])
    assert sheet.filled({}) == ALL[system]
    assert {len(row) for row in sheet.rows} == {len(sheet.heads)}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no table"),
        (b"just a text", "no table"),
        (b'a,"b\n1,2', "never closed"),
        (b"\xff\xfea", "no text"),
    ],
)
def test_what_is_no_sheet_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Sheet(data)
