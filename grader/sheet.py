"""A CSV file of another system: what its cells say, and the same bytes with a few cells filled in.

Encoding, byte order mark, line ends, separators and quotes stay what they were, also where they are mixed:
a filled-in file differs from the old one in the cells that were filled in, and nowhere else.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from grader.errors import UsageError

LARGEST = 32 << 20  # bytes
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-8", "cp1252", "latin-1")  # the last one reads anything, and gives the same bytes back
_SEPARATORS = ",;\t"
_AGAIN = "download it again, and name the file as it came"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and where it stands in the text of the file."""

    text: str
    start: int
    end: int
    quoted: bool
    loose: bool = False  # more text stands behind the closing quote


class Sheet:
    """The cells of a CSV file, by rows; the first row holds the heads. UsageError when it is no such file."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST:
            raise UsageError(f"the sheet is larger than {LARGEST >> 20} MB", _AGAIN)
        self._mark, self.encoding, self._text = _decoded(data)
        if self._encoded(self._text) != data:
            raise UsageError("the sheet is damaged: its bytes are no text", _AGAIN)
        heads = {separator: _heads(self._text, separator) for separator in _SEPARATORS}
        self.separator = max(heads, key=lambda separator: heads[separator] if heads[separator] > 1 else 0)
        self.rows = tuple(_rows(self._text, self.separator))
        if not self.rows or len(self.rows[0]) < 2:
            raise UsageError("the sheet is no table: its first row has no two heads", _AGAIN)

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(cell.text.strip() for cell in self.rows[0])

    def text(self, row: int, column: int) -> str:
        """What a cell says; "" where the row ends before it."""
        cells = self.rows[row]
        return cells[column].text if column < len(cells) else ""

    def column(self, column: int) -> list[str]:
        """What the cells of a column say, below its head; rows without any text are left out."""
        rows = [row for row in range(1, len(self.rows)) if any(cell.text.strip() for cell in self.rows[row])]
        return [self.text(row, column).strip() for row in rows]

    def filled(self, values: Mapping[tuple[int, int], str]) -> bytes:
        """The bytes with these values in the cells at (row, column), which have to be there."""
        pieces, at = [], 0
        for (row, column), value in sorted(values.items()):
            cell = self.rows[row][column]
            pieces += [self._text[at : cell.start], self._written(value, quoted=cell.quoted)]
            at = cell.end
        return self._encoded("".join([*pieces, self._text[at:]]))

    def _written(self, value: str, *, quoted: bool) -> str:
        if quoted or re.search(f'["\r\n{self.separator}]', value):
            return '"{}"'.format(value.replace('"', '""'))
        return value

    def _encoded(self, text: str) -> bytes:
        return self._mark + text.encode(self.encoding, "replace")


def _decoded(data: bytes) -> tuple[bytes, str, str]:
    """The byte order mark, the encoding and the text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding, data[len(mark) :].decode(encoding, "replace")
    if 0 in data[:2]:  # two bytes a letter, and nothing says so: heads begin with plain letters
        encoding = "utf-16-be" if data[0] == 0 else "utf-16-le"
        return b"", encoding, data.decode(encoding, "replace")
    for encoding in _UNMARKED:
        try:
            return b"", encoding, data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("the last encoding reads anything")


@cache
def _pattern(separator: str) -> re.Pattern[str]:
    return re.compile(f'"((?:[^"]++|"")*+)"([^{separator}\r\n]*+)|([^{separator}\r\n]*+)')


def _rows(text: str, separator: str) -> Iterator[tuple[Cell, ...]]:
    """The rows, read as Python's csv does. UsageError where a quote is never closed."""
    row: list[Cell] = []
    at = 0
    while at < len(text) or row:
        cell = _cell(text, at, separator)
        row.append(cell)
        at = cell.end
        if text[at : at + 1] == separator:
            at += 1
            continue
        at += 2 if text.startswith("\r\n", at) else 1
        yield tuple(row)
        row = []


def _heads(text: str, separator: str) -> int:
    """How many heads there are, if this is what separates them; 0 where quotes say that it does not."""
    try:
        cells = next(_rows(text, separator), ())
    except UsageError:
        return 0
    return 0 if any(cell.loose for cell in cells) else len(cells)


def _cell(text: str, at: int, separator: str) -> Cell:
    found = _pattern(separator).match(text, at)
    assert found is not None  # the pattern fits nothing, too
    if found[1] is not None:
        return Cell(
            found[1].replace('""', '"') + found[2], at, found.end(), quoted=True, loose=bool(found[2])
        )
    if found[3].startswith('"'):
        line = text.count("\n", 0, at) + 1
        raise UsageError(f"the sheet is damaged: a quote in line {line} is never closed", _AGAIN)
    return Cell(found[3], at, found.end(), quoted=False)
