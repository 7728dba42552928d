"""The six suspects, and what measuring finds out about each: every verdict comes from numbers here.

A question is a function with inputs. Those of one operation ask about that operation alone; where all of
these are answered rightly, questions that use what was computed ask about `backward`.
"""

from functools import cache
from hashlib import sha256

from grader.checks import GraderError, lesson_of
from tests.gradient_check import engines

FOLDER = lesson_of(__file__).stubs / "suspects"
LETTERS = "abcdef"
PARTS = ("add", "subtract", "multiply", "square", "backward")
WORDS = ("right", *PARTS)
HANDED_OUT = (
    "273ce50b6b426d9b"  # the digest of all six, so that nobody is judged by a suspect that has been changed
)

# Where one would look first: all inputs equal and positive, each Value used once.
FIRST = (
    ("lambda a, b: a + b", [2.0, 2.0]),
    ("lambda a, b: a - b", [2.0, 2.0]),
    ("lambda a, b: a * b", [2.0, 2.0]),
    ("lambda a: a.square()", [2.0]),
    ("lambda a, b: a * 2.0 + b.square()", [2.0, 2.0]),
    ("lambda a, b, c: (a + b - c).square()", [2.0, 2.0, 2.0]),
)
ALONE = {
    "add": (
        ("lambda a, b: a + b", [3.0, -5.0]),
        ("lambda a: a + a", [3.0]),
        ("lambda a, b: (a + b) + b", [-2.0, 1.5]),
        ("lambda a: 3.0 + a", [4.0]),
    ),
    "subtract": (
        ("lambda a, b: a - b", [3.0, -5.0]),
        ("lambda a: a - a", [3.0]),
        ("lambda a, b: (a - b) - b", [-2.0, 1.5]),
        ("lambda a: 3.0 - a", [4.0]),
    ),
    "multiply": (
        ("lambda a, b: a * b", [3.0, -5.0]),
        ("lambda a: a * a", [-3.0]),
        ("lambda a, b: (a * b) * b", [-2.0, 1.5]),
        ("lambda a: 3.0 * a", [4.0]),
    ),
    "square": (
        ("lambda a: a.square()", [3.0]),
        ("lambda a: a.square()", [-3.0]),
        ("lambda a: a.square().square()", [-0.5]),
    ),
}
TOGETHER = (
    ("lambda a, b: (c := a * b) + c.square()", [3.0, -0.5]),
    ("lambda a, b: (c := a * b).square() + c", [3.0, -0.5]),
    ("lambda a, b: (c := a + b) * (c - a) + c.square()", [1.5, 2.0]),
    ("lambda a, b: a * (b - a) + b.square() * a", [-1.0, 2.5]),
)


@cache
def texts():
    """The source of each suspect by its letter, as it was handed out."""
    try:
        found = {letter: (FOLDER / f"{letter}.py").read_text(encoding="utf-8") for letter in LETTERS}
    except (OSError, UnicodeDecodeError):
        found = {}
    if digest(found) != HANDED_OUT:
        raise GraderError("exercises/gradient_check/suspects/ is not as it was handed out; take it anew")
    return found


def digest(found):
    """What tells these six texts from all others."""
    return sha256("\0".join(found.values()).encode()).hexdigest()[:16]


def caught(letter, questions):
    """The questions at which this suspect is wrong about one of its gradients."""
    value = engines.built(texts()[letter])
    return [question for question in questions if _wrong(value, *question)]


def _wrong(value, text, xs):
    pairs = zip(engines.gradients_of(value, text, xs), engines.gradients(text, xs), strict=True)
    return not all(engines.agree(*pair, 1e-6) for pair in pairs)


@cache
def verdict(letter):
    """Which part of a suspect is broken: the one that is wrong all alone, or else what puts them together."""
    alone = [part for part, questions in ALONE.items() if caught(letter, questions)]
    assert len(alone) < 2, "a suspect has one slip"
    return alone[0] if alone else "backward" if caught(letter, TOGETHER) else "right"
