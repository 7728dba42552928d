"""Text of unknown origin is harmless where it lands, and still says what it said."""

import csv
import io
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader import text
from tests.fuzzing import fuzz
from tests.grader.sample_grades import hostile_text

# Format characters that are seen (signs around numbers), and the joiners of Persian and emoji.
SEEN = {0x200C, 0x200D, *range(0x600, 0x606), 0x6DD, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_every_hidden_character_becomes_a_visible_escape() -> None:
    """No control, format, separator or surrogate character of Unicode is left as it is."""
    for code in set(range(sys.maxunicode + 1)) - SEEN - {0x09, 0x0A}:
        if unicodedata.category(chr(code)) in HIDDEN:
            assert text.visible(chr(code)).startswith("\\"), hex(code)


def test_ordinary_text_stays_as_it_is() -> None:
    """Letters of any script, emoji with joiners, tabs and line ends are not touched."""
    ordinary = "Zoë Müller\t李雷 مریم‌ها 👩‍🔬\n2·x ≠ x²"
    assert text.visible(ordinary) == ordinary


def test_long_text_is_cut_and_says_so() -> None:
    """What is left out is counted."""
    assert text.visible("a" * 1_234, 10) == "aaaaaaaaaa… (1,224 more characters)"


def test_line_ends_of_windows_are_line_ends() -> None:
    """CR LF is a line end; a lone CR, which would overwrite a terminal's line, is shown."""
    assert text.visible("a\r\nb\rc") == "a\nb\\rc"


@fuzz()
@given(hostile_text())
def test_one_line_is_one_line(said: str) -> None:
    """Names and titles can never start a second line."""
    assert len(text.one_line(said).splitlines()) == 1


@fuzz()
@given(hostile_text())
def test_visible_text_is_valid_utf8(said: str) -> None:
    """Whatever was said can be written to a file, and showing it twice changes nothing."""
    shown = text.visible(said)
    assert text.visible(shown.encode().decode()) == shown


# --- Markdown ----------------------------------------------------------------------------------

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLAIN = {"text", "text_special", "hardbreak", "softbreak"}


def tokens(page: str) -> tuple[list[str], set[str]]:
    """The block tokens of a Markdown page in order, and the set of its inline tokens."""
    found = PARSER.parse(page)
    return [t.type for t in found], {c.type for t in found for c in t.children or ()}


def words(page: str) -> str:
    """The text that a reader sees."""
    found = [c for t in PARSER.parse(page) for c in t.children or ()]
    return "".join(" " if c.type.endswith("break") else c.content for c in found)


@fuzz()
@given(hostile_text())
def test_markdown_shows_a_paragraph_of_plain_text(said: str) -> None:
    """No heading, list, quote, table, code, link, image or HTML comes out of it."""
    blocks, inline = tokens(text.markdown(said))
    assert blocks == ["paragraph_open", "inline", "paragraph_close"]
    assert inline <= PLAIN


@fuzz()
@given(hostile_text())
def test_markdown_says_what_was_said(said: str) -> None:
    """The rendered text is the text that was given, but for white space."""
    assert words(text.markdown(said)).split() == text.visible(said).replace("\xa0", " ").split()


@fuzz()
@given(hostile_text())
def test_prose_has_code_and_nothing_else(said: str) -> None:
    """A sentence of the kit may hold code between backticks, whatever the code is."""
    blocks, inline = tokens(text.markdown_prose(said))
    assert blocks == ["paragraph_open", "inline", "paragraph_close"]
    assert inline <= PLAIN | {"code_inline"}


@fuzz()
@given(hostile_text())
def test_nothing_closes_a_code_block(said: str) -> None:
    """The fence is longer than any run of backticks inside."""
    assert tokens(text.code_block(said))[0] == ["fence"]


@fuzz()
@given(hostile_text())
def test_nothing_ends_a_code_span(said: str) -> None:
    """A span of code is one token, with all of the text in it."""
    found = PARSER.parseInline(f"a {text.code_span(said)} b")[0].children or []
    assert [t.type for t in found] == ["text", "code_inline", "text"]
    assert found[1].content == text.one_line(said)


def test_prose_keeps_its_code() -> None:
    """The hints of a lesson stay readable in a terminal."""
    assert text.markdown_prose("Read `__mul__` again: 2*x") == r"Read `__mul__` again: 2\*x"


def test_addresses_do_not_become_links() -> None:
    """GitHub links bare addresses; an escaped colon or dot stops that."""
    assert text.markdown("https://x.example www.x.example") == r"https\://x.example www\.x.example"


# --- tables and workflow commands --------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@x", "  =1", "\u3000=1", "＝1", "﹣1", '"=1', "'=1", "’=1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    """A sign that starts a formula is led by an apostrophe, also behind white space and quotes."""
    shown = text.csv_cell(cell)
    assert shown == f"{cell[:-2]}’{cell[-2:]}"


@pytest.mark.parametrize("gap", [";", ",", "\t", "|", "；", "; ", '";"', ";'", "\n", "\n  ", ";’"])
def test_what_parts_cells_elsewhere_starts_no_formula(gap: str) -> None:
    """Whatever a spreadsheet parts cells at, the sign behind it is led by an apostrophe."""
    assert text.csv_lines(f"x{gap}=1") == f"x{gap}’=1"
    assert text.from_csv(f"x{gap}’=1") == f"x{gap}=1"


@pytest.mark.parametrize("said", ["x =1+1", "x +A1", "x @SUM(1)", "x -1+2", 'x =""', "x =", "x =: y"])
def test_blanks_part_cells_too(said: str) -> None:
    """Each word is a cell for who asks for that, so none may be a formula."""
    assert "’" in text.csv_lines(said)


@pytest.mark.parametrize(
    "said",
    [
        "Anne-Marie = x@y.example",
        "w = 1.4 - 0.1 · -24, so ŷ -> 4",
        "the gradient is -24. So w grows.",
        "1 - 2 = -1 then",
        "f(-1): f(x)=x, rule: -24 :-)",
        "’tis so",
    ],
)
def test_ordinary_cells_stay_as_they_are(said: str) -> None:
    """Signs inside of names and of sums are no formulas."""
    assert text.csv_cell(said) == said == text.from_csv(said)


@fuzz()
@given(hostile_text() | st.text("=+-@,;|\t\n :'\"’1x"))
def test_text_comes_back_out_of_a_cell(said: str) -> None:
    """What keeps a cell from being a formula can be taken away again, and nothing else goes with it."""
    assert text.from_csv(text.csv_lines(said, 1_000)) == text.visible(said, 1_000)


@fuzz()
@given(st.lists(hostile_text(), min_size=1))
def test_a_row_stays_a_row(cells: list[str]) -> None:
    """No text of a cell can start another row or cell."""
    out = io.StringIO()
    csv.writer(out).writerow(map(text.csv_cell, cells))
    assert out.getvalue().count("\n") == 1
    assert len(next(csv.reader([out.getvalue()]))) == len(cells)


def unescaped(value: str) -> str:
    """A workflow command's value, as GitHub's runner reads it."""
    pairs = (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
    for escape, sign in pairs:
        value = value.replace(escape, sign)
    return value


@fuzz()
@given(hostile_text())
def test_a_workflow_value_ends_nowhere_early(said: str) -> None:
    """It has no line end, its properties no separator, and GitHub reads back what was said."""
    data, value = text.workflow_data(said), text.workflow_property(said)
    assert "\n" not in data + value
    assert not {":", ","} & set(value)
    assert unescaped(data) == unescaped(value) == text.visible(said, text.MESSAGE)


def test_code_with_a_caret_stays_code_in_markdown():
    """In prose the blanks before the caret would be lost."""
    said = text.markdown_prose("a `b`\nno\n    x = = 2\n        ^")
    assert said == "a `b`  \nno\n\n```\n    x = = 2\n        ^\n```"
