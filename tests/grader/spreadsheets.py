"""Spreadsheets that read a CSV in every way they offer: by Python's csv, and by LibreOffice where it is."""

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

PARTED_AT = (",", ";", "\t", "|", " ")
QUOTED_BY = ('"', "'", "")
FORMULAS = (
    "x;=1+1;y",
    "=1+1",
    "x\t=1+1",
    "x|=1+1",
    "x =1+1",
    ' "=1+1"',
    'x;"=1+1',
    "x;'=1+1';y",
    "x,＝1+1",
    "x; =1+1",
)

_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_HARMLESS = re.compile(r"[=+@＝＋－＠]|-+>?|[-+]\d+([.,]\d+)?[.,;:!?)]*")

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed (Debian: libreoffice-calc)"
)


def formulas(page: str) -> list[str]:
    """The cells that could be formulas, whatever parts the cells of a CSV and quotes them."""
    return [
        cell
        for parted_at, quoted_by in product(PARTED_AT, QUOTED_BY)
        for row in _rows(page, parted_at, quoted_by)
        for cell in row
        if _is_formula(cell.lstrip("\"' \u3000"), parted_at)
    ]


def _rows(page: str, parted_at: str, quoted_by: str) -> Iterator[list[str]]:
    quoting = csv.QUOTE_MINIMAL if quoted_by else csv.QUOTE_NONE
    return csv.reader(
        io.StringIO(page, newline=""), delimiter=parted_at, quotechar=quoted_by or None, quoting=quoting
    )


def _is_formula(cell: str, parted_at: str) -> bool:
    # Of words that blanks part, a lone sign, a dash and a number are none.
    harmless = parted_at == " " and _HARMLESS.fullmatch(cell)
    return _FORMULA.match(cell) is not None and not harmless


class LibreOffice:
    """LibreOffice without a window, with a profile and files of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def formulas(self, page: str, parted_at: str, quoted_by: str) -> list[str]:
        """The formulas of the sheet that LibreOffice makes of a CSV."""
        sheet = self._convert(page, parted_at, quoted_by, "fods")
        return re.findall(r'table:formula="([^"]*)"', sheet.read_text(encoding="utf-8"))

    def saved_again(self, page: str, parted_at: str) -> bytes:
        """The CSV, opened as it should be and saved with another separator."""
        how = f"csv:Text - txt - csv (StarCalc):{ord(parted_at)},34,76"
        return self._convert(page, ",", '"', how).read_bytes()

    def _convert(self, page: str, parted_at: str, quoted_by: str, target: str) -> Path:
        (self.folder / "in.csv").write_text(page, encoding="utf-8", newline="")
        quote = ord(quoted_by) if quoted_by else 0
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
                "--headless",
                f"--infilter=CSV:{ord(parted_at)},{quote},76,1",
                "--convert-to",
                target,
                "--outdir",
                str(self.folder / "out"),
                str(self.folder / "in.csv"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return self.folder / "out" / f"in.{target.partition(':')[0]}"
