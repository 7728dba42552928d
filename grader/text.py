"""Text of unknown origin, made harmless for the place where it lands.

A student chooses names, messages, printed lines and written answers. Each function here prepares
such text for one kind of place, and nothing else in the kit escapes by hand. HTML and XML are not
here: jinja2 and xml.etree escape markup themselves, and get their text from `visible`.
"""

import re

from grader.caret import parted

NAME, MESSAGE, LONG = 80, 4_000, 20_000  # the usual caps, in characters

# Characters that a reader cannot see, or that change how others are shown. Tab and line feed stay;
# so do the joiners U+200C and U+200D, which Persian and emoji need.
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls: NUL, ESC, CR …
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u206f\u3164\ufeff"
    r"\u2028-\u202e"  # line separators and bidirectional overrides
    r"\ud800-\udfff"  # lone surrogates, which UTF-8 cannot hold
    r"\ufdd0-\ufdef\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"  # no characters at all, tags
    r"\u070f\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"  # layout of rare scripts
)
# Where a spreadsheet could start a formula: at a sign behind a gap of separators, blanks and quotes. Any of
# these may separate cells, because a reader may choose other separators and quotes than the writer did.
_GAP = "\\s,;|，；｜\"'＂＇’"  # fullwidth ones turn into plain ones in old encodings
_FORMULA = re.compile(rf"(?<![{_GAP}])(\A[{_GAP}]*+|[{_GAP}]++)(?=[=+\-@＝＋－＠﹢﹣﹦﹫])")
_PARTS_CELLS = re.compile(r"[\n\r\t,;|，；｜]")
# A word that begins with a sign and is no formula: a lone sign, a dash, an arrow, a number. This holds only
# before a blank. At the end of a cell, a quote and the next cell could follow and become part of the word.
_HARMLESS = re.compile(r"(?:[=+@]|-+>?|[-+]\d++(?:[.,]\d++)?[.,;:!?)]*+)(?=[ \n])")
_GUARD = "’"  # unlike a straight apostrophe, no spreadsheet takes it for a quote or hides it
_MARKUP = re.compile(r"[\\`*_\[\]{}|~$]")
_LINE_START = re.compile(r"(?m)^[ \t]*([#+=]|-(?!\d)|\d{1,9}(?=[.)](?:\s|$)))")
_LINK = re.compile(r"(?i):(?=//)|(?<=www)\.")
_CODE = re.compile(r"`([^`]+)`")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def visible(text: str, limit: int = LONG) -> str:
    """`text` with every hidden character written as a Python escape, and at most `limit` characters of it."""
    text = text.replace("\r\n", "\n")
    shown = _HIDDEN.sub(_escape, text[:limit])
    return shown if len(text) <= limit else f"{shown}… ({len(text) - limit:,} more characters)"


def one_line(text: str, limit: int = NAME) -> str:
    """As `visible`, with tabs and line ends written as escapes too: for names, titles and table cells."""
    return visible(text, limit).replace("\n", r"\n").replace("\t", r"\t")


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


# --- Markdown ----------------------------------------------------------------------------------


def markdown(text: str, limit: int = LONG) -> str:
    """`text` as a Markdown paragraph that shows it as it is: no markup, no HTML, no links."""
    lines = [_markdown_line(line) for line in visible(text, limit).split("\n") if line.strip()]
    return "  \n".join(lines)  # two blanks: a line end that is kept


def _markdown_line(line: str) -> str:
    return _LINE_START.sub(_escape_start, _markdown_piece(line.strip()))


def _markdown_piece(piece: str) -> str:
    return _LINK.sub(r"\\\g<0>", _MARKUP.sub(r"\\\g<0>", piece.translate(_ENTITIES)))


def _escape_start(match: re.Match[str]) -> str:
    start = match[1]
    return start + "\\" if start.isdigit() else "\\" + start


def markdown_prose(text: str, limit: int = MESSAGE) -> str:
    """As `markdown`, but `code between backticks` stays code: for the kit's own sentences."""
    said, code = parted(visible(text, limit))
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    prose = "  \n".join(_prose_line(line) for line in lines)
    return f"{prose}\n\n{code_block(code)}" if code else prose


def _prose_line(line: str) -> str:
    pieces = _CODE.split(line)  # prose and code in turns
    shown = [code_span(p, LONG) if k % 2 else _markdown_piece(p) for k, p in enumerate(pieces)]
    return _LINE_START.sub(_escape_start, "".join(shown))


def code_span(text: str, limit: int = NAME) -> str:
    """`text` as inline Markdown code."""
    shown = one_line(text, limit) or " "
    ticks = "`" * (_longest_run(shown) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}"


def code_block(text: str, language: str = "", limit: int = MESSAGE) -> str:
    """`text` as a fenced Markdown code block that nothing inside can close."""
    shown = visible(text, limit).strip("\n")
    fence = "`" * max(3, _longest_run(shown) + 1)
    return f"{fence}{language}\n{shown}\n{fence}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


# --- tables and workflow commands -------------------------------------------------------------


def csv_cell(text: str, limit: int = 1_000) -> str:
    """`text` for a spreadsheet: on one line, and never a formula, whatever sign separates the cells."""
    return _FORMULA.sub(_guarded, one_line(text, limit))


def csv_lines(text: str, limit: int = LONG) -> str:
    """As `csv_cell`, with tabs and line ends kept."""
    return _FORMULA.sub(_guarded, visible(text, limit))


def from_csv(cell: str) -> str:
    """The text from which `csv_lines` made `cell`; hidden characters stay escaped."""
    return _FORMULA.sub(_unguarded, cell.replace("\r\n", "\n"))


def _guarded(match: re.Match[str]) -> str:
    return match[1] + _GUARD * _is_formula(match)


def _unguarded(match: re.Match[str]) -> str:
    return match[1].removesuffix(_GUARD) if _is_formula(match) else match[1]


def _is_formula(match: re.Match[str]) -> bool:
    """Whether the sign behind a gap would begin a formula if a spreadsheet started a cell there."""
    if match.start() == 0 or _PARTS_CELLS.search(match[1]):
        return True
    # Blanks separate cells only if the reader asks for it. Then each word is a cell, unless a quote opens it.
    harmless = match[1].isspace() and _HARMLESS.match(match.string, match.end())
    return " " in match[1] and not harmless


def workflow_data(text: str, limit: int = MESSAGE) -> str:
    """`text` as the message of a GitHub workflow command."""
    return visible(text, limit).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str, limit: int = MESSAGE) -> str:
    """`text` as the value of a property of a GitHub workflow command."""
    return workflow_data(text, limit).replace(":", "%3A").replace(",", "%2C")


def with_plain_ends(text: str) -> str:
    """`text` with a line feed at the end of each line, whatever system it was written on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines(source: str) -> list[str]:
    """The lines of Python's text, as Python counts them: a form feed or a U+2028 ends none."""
    return with_plain_ends(source).split("\n")
