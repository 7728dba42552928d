"""What a beginner's slip means, where Python's own words for it help a beginner little."""

import re

# What Python says → what a teacher says, the first that fits. `{0}` is the name that Python speaks of.
_SLIPS = (
    (
        r"NameError: name '(true|false|none)' is not defined.*",
        "Python writes it with a capital letter: {0:C}",
    ),
    (
        r"NameError: name '(\w+)' is not defined.*",
        '{0} is the name of nothing there; if it is a word, it stands in quotes: "{0}"',
    ),
    (
        r"TypeError: unsupported operand type\(s\) for \^.*",
        "in Python `^` is no power; x² is `x * x`, or `x ** 2` where that is there",
    ),
    (
        r"TypeError: unsupported operand type\(s\) for \*\* or pow\(\): '\w+' and .*",
        "what stands before `**` knows no powers here; multiply, or use a method that it has",
    ),
    (
        r"AttributeError: 'NoneType' object has no attribute '(?:append|extend|insert|sort|reverse)'.*",
        "None is there, no list: was the result of `append` stored, or is a `return` missing in a function?",
    ),
    (
        r"TypeError: unsupported operand type\(s\) for .*'NoneType'.*|"
        r"(?:AttributeError|TypeError): 'NoneType' object .*",
        "something there is None: does each function `return` its result? `print` only shows it",
    ),
    (
        r"TypeError: unsupported operand type\(s\) for //: .*",
        "`//` cuts off what is behind the point; a mean and a slope need `/`",
    ),
    (
        r"TypeError: 'list' object cannot be interpreted as an integer",
        "`range` takes a number; to go through a list, write `for one in the_list`",
    ),
    (
        r"AttributeError: '(?:int|float)' object has no attribute .*",
        "a plain number stands there: is a `.data` too many before it, or a `Value(…)` missing?",
    ),
    (
        r"TypeError: 'int' object is not iterable",
        "one number stands where several are needed; to count n turns, write `range(n)`",
    ),
    (
        r"TypeError: list\.append\(\) takes exactly one argument \([2-9] given\).*",
        "`append` takes one thing; several become one in parentheses of their own: `rows.append((a, b))`",
    ),
    (
        r"TypeError: \w+\.\w+\(\) takes 0 positional arguments but 1 was given.*",
        "the first parameter of a method is `self`",
    ),
    (
        r"TypeError: .*_backward\(\) missing 1 required positional argument: '\w+'.*",
        "a `_backward` is called with nothing between its parentheses, so its `def` has no parameters",
    ),
    (
        r"TypeError: '(?:int|float)' object is not callable.*",
        "a number is there, and parentheses behind it call it as a function; a product needs its `*`",
    ),
    (
        r"TypeError: (?:type 'range'|'(?:type|function|method|builtin_function_or_method)' object)"
        r" is not subscriptable.*",
        "what is called takes round parentheses, not square ones",
    ),
    (
        r"AttributeError: '(?:function|method)' object has no attribute .*",
        "a function itself is there, not its result: are the () behind its name missing?",
    ),
    (
        r"SyntaxError: invalid character '[−–—]' .*",
        "this is a printed minus; type the `-` of your keyboard",
    ),
    (
        r"SyntaxError: invalid character '[“”„‘’‚«»]' .*",
        'this is a printed quote; type the `"` of your keyboard',
    ),
    (
        r"ModuleNotFoundError: No module named '[A-Z]\w*'.*",
        "capitals count in a name; the lesson needs nothing but your own files and what comes with Python",
    ),
    (
        r"ModuleNotFoundError: No module named '(\w+)'.*",
        "the lesson needs nothing but your own files and what comes with Python",
    ),
)
_KNOWN = tuple((re.compile(said, re.DOTALL), meant) for said, meant in _SLIPS)


def meaning(kind: str, message: str) -> str:
    """What an error of this `kind` with this `message` most likely means; empty where Python says it well."""
    said = f"{kind}: {message}"
    found = ((pattern.fullmatch(said), meant) for pattern, meant in _KNOWN)
    return next((_filled(match, meant) for match, meant in found if match), "")


def aside(kind: str, message: str) -> str:
    """The same, to be put after what Python says."""
    return f"; {meant}" if (meant := meaning(kind, message)) else ""


def _filled(match: re.Match[str], meant: str) -> str:
    name = match[1] if match.re.groups and match[1] else ""
    return meant.replace("{0:C}", name.capitalize()).replace("{0}", name)


# How a line begins that is no Python → what a teacher says of it.
_STRAY = (
    (r"```|~~~", "this line is Markdown and no Python: take it away"),
    (
        r">>>(?!>)",
        "`>>>` is what Python itself shows where you may type: take it away, and keep what follows",
    ),
    (r"else +if\b", "in Python this is one word: `elif`"),
    (r"[\w.]+(?:\+\+|--);?$", "Python counts up with `+= 1`, and down with `-= 1`"),
)
_LINES = tuple((re.compile(begins), meant) for begins, meant in _STRAY)


def stray(line: str) -> str:
    """What a line at which Python stopped reading most likely is, if it is none of Python's; else empty."""
    if merge_marker(line):
        return "git left this line where two versions meet: keep one of them, and no such line"
    return next((meant for begins, meant in _LINES if begins.match(line)), "")


def merge_marker(line: str) -> bool:
    """Whether a line of a file is what git leaves behind where two versions do not fit together."""
    return line.startswith(("<<<<<<<", "=======", ">>>>>>>"))
