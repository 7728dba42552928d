"""A student's code without the student: the functions of one exercise, to be shown to a class.

Comments and docstrings go, and so does what strings say, unless the lesson's own code says it. What still
holds a word of a name of the class is not shown at all. The code is read by a lexer and never parsed: it may
be anything, and what comes out is text.
"""

import builtins
import keyword
import re
import textwrap
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pygments.lexers import PythonLexer
from pygments.token import Comment, Error, Literal

from grader.model import Exercise, Student

_LONGEST = 40_000  # characters of a file that is looked at
_LINES = 40  # of an example
_WIDEST = 8_000  # characters of an example; no screen holds more
_SHORT = 3  # a shorter piece of a name says nothing
_INSIDE = 5  # as long a piece is found inside of a longer word, too
_LONG = 60  # a word of more letters hides whatever it likes
_GONE = "…"
_QUOTES = {"'", '"', "'''", '"""'}
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_WORD = re.compile(r"\w+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ONLY_TEXT = re.compile(rf"\s*[rbfuRBFU]{{0,2}}(['\"]+){_GONE}\1\s*")
_CONSTANT = re.compile(r"([A-Z][A-Z0-9_]*)\s*[:=]")


@dataclass(frozen=True, slots=True)
class Known:
    """What anybody's code may say: the words and the strings of the lesson's own code, and Python's words."""

    words: frozenset[str]
    strings: frozenset[str]
    handed_out: Mapping[str, list[str]]  # the stubs, cleaned, by the names of their files

    @classmethod
    def of(cls, sources: Iterable[str], stubs: Mapping[str, str]) -> "Known":
        texts = [*sources]
        python = [*keyword.kwlist, *keyword.softkwlist, *dir(builtins)]
        strings = {said for source in texts for kind, said in _lexed(source) if kind in Literal.String}
        everything = " ".join([*texts, *python])
        known = cls(frozenset(_pieces(everything) | _unbroken(everything)), frozenset(strings), {})
        return replace(known, handed_out={name: _cleaned(text, known) for name, text in stubs.items()})


def names_of(students: Iterable[Student]) -> frozenset[str]:
    """Every piece of every name and id, and each name as one word."""
    found = (name for s in students for name in (*_pieces(f"{s.name} {s.id}"), *_joined(s.name)))
    return frozenset(filter(_tells, found))


def _joined(name: str) -> tuple[str, str]:
    pieces = _in_order(name)
    return "".join(pieces), "".join(reversed(pieces))


def example(source: str, exercise: Exercise, author: Student, names: Collection[str], known: Known) -> str:
    """The code of an exercise in a file of `author`; "" where there is none, or none that is anonymous.

    That is the functions which the exercise is about, or the constants where there are none, as far as they
    are no longer as they were handed out.
    """
    if len(source) > _LONGEST:
        return ""
    lines = _cleaned(source, known)
    stub = known.handed_out.get(exercise.file, [])
    found = [(_function(lines, name), _function(stub, name)) for name in exercise.defines]
    blocks = [own for own, handed_out in found if own not in ("", handed_out)]
    shown = _cut("\n\n".join(blocks or _constants(lines, known)).expandtabs(4))
    return "" if len(shown) > _WIDEST or _names_somebody(shown, author, names, known) else shown


def _cut(shown: str) -> str:
    lines = shown.split("\n")
    return "\n".join([*lines[:_LINES], _GONE] if lines[_LINES:] else lines)


# --- what is left of a file --------------------------------------------------------------------


def _lexed(source: str) -> Iterator[tuple[object, str]]:
    lexer = PythonLexer(stripnl=False, ensurenl=False)
    return ((kind, said) for kind, said in lexer.get_tokens(source.replace("\r\n", "\n")))


def _cleaned(source: str, known: Known) -> list[str]:
    text = "".join(_allowed(kind, said, known) for kind, said in _lexed(source))
    text = re.sub(f"{_GONE}{{2,}}", _GONE, text)
    return [line.rstrip() for line in text.split("\n") if not _ONLY_TEXT.fullmatch(line)]


def _allowed(kind: object, said: str, known: Known) -> str:
    """A token as it may be shown; the line ends of what goes stay, where a comment ends at one."""
    if kind in Comment or kind in Literal.String.Doc:
        return ""
    if kind in Error:
        return _GONE
    if kind not in Literal.String or kind in Literal.String.Affix or kind in Literal.String.Interpol:
        return said
    return said if said in _QUOTES or said in known.strings else _GONE


def _function(lines: list[str], name: str) -> str:
    """The last function of this name, with what is indented below it."""
    begins = re.compile(rf"\s*(async\s+)?def\s+{re.escape(name)}\b")
    starts = [number for number, line in enumerate(lines) if begins.match(line)]
    return _block(lines, starts[-1]) if starts else ""


def _constants(lines: list[str], known: Known) -> list[str]:
    """What a file without functions of its own is made of."""
    found = ((number, _CONSTANT.match(line)) for number, line in enumerate(lines))
    blocks = [_block(lines, number) for number, match in found if match and _pieces(match[1]) <= known.words]
    return ["\n".join(blocks)] if blocks else []


def _block(lines: list[str], start: int) -> str:
    """The line at `start`, and what belongs to it by its indentation or closes its brackets."""
    depth, taken = _indent(lines[start]), [lines[start]]
    for line in lines[start + 1 :]:
        closes = _indent(line) == depth and line.lstrip()[:1] in {")", "]", "}"}
        if line.strip() and _indent(line) <= depth and not closes:
            break
        taken.append(line)
    return textwrap.dedent("\n".join(line for line in taken if line.strip()))


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


# --- whom it would give away -------------------------------------------------------------------


def _names_somebody(shown: str, author: Student, names: Collection[str], known: Known) -> bool:
    """Whether a word of it is a piece of somebody's name or holds a long one, or any one of the author's."""
    words = (_pieces(shown) | _unbroken(shown)) - known.words
    own = [piece for piece in _pieces(f"{author.name} {author.id}") if _tells(piece)]
    if any(piece in word for piece in own for word in words):
        return True
    return any(len(word) > _LONG or _holds(word, names, known) for word in words)


def _holds(word: str, names: Collection[str], known: Known) -> bool:
    inside = (word[at:end] for at in range(len(word)) for end in range(at + 2, len(word) + 1))
    told = (part for part in inside if len(part) >= _INSIDE or not part.isascii())
    return word in names or any(part in names and part not in known.words for part in told)


def _unbroken(text: str) -> set[str]:
    """The words in a text without what breaks them: `a_da`, `aDa` and `1_2` are written in two pieces."""
    return {word.replace("_", "").casefold() for word in _WORD.findall(_plain(text))}


def _pieces(text: str) -> set[str]:
    """The words in a text, in lower case; those of snake_case and camelCase apart."""
    return set(_in_order(text))


def _in_order(text: str) -> list[str]:
    return [piece.casefold() for piece in _PIECE.findall(_CAMEL.sub(" ", _plain(text)))]


def _plain(text: str) -> str:
    """Letters without accents, in their usual form: Python reads 𝐚 as a, and é can be written in two ways."""
    # Letter by letter, because to sort the accents of one takes the square of their number.
    apart = text if text.isascii() else "".join(unicodedata.normalize("NFKD", letter) for letter in text)
    return "".join(c for c in apart if not unicodedata.combining(c))


def _tells(piece: str) -> bool:
    return len(piece) >= _SHORT or not piece.isascii()
