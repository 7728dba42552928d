"""Six engines, and four of them lie (lesson.md, minutes 50–70).

The engines are the files suspects/a.py to suspects/f.py. Each has `+`, `−`, `*`, `square` and `backward`.
Two are right. In four, one part is broken: the values are right, but some of the gradients are not.
You may read them; measuring is faster. Run this file to question all six with your `check`:

    python exercises/gradient_check/suspects.py
"""

import runpy
from pathlib import Path

# Which part of each engine is broken?
# "add", "subtract", "multiply", "square" or "backward"; or "right" where none is
VERDICTS = {
    "a": "square",  # <<< stub: "a": None,  # TODO: one of the six words
    "b": "right",  # <<< stub: "b": None,  # TODO: one of the six words
    "c": "backward",  # <<< stub: "c": None,  # TODO: one of the six words
    "d": "subtract",  # <<< stub: "d": None,  # TODO: one of the six words
    "e": "right",  # <<< stub: "e": None,  # TODO: one of the six words
    "f": "multiply",  # <<< stub: "f": None,  # TODO: one of the six words
}

# --- Given: where the suspects are, and a first question -----------------------------------


def suspect(letter):
    """The class Value of one of the six engines."""
    beside = Path(globals().get("__file__", "")).parent / "suspects"  # a notebook has no __file__
    folder = beside if beside.is_dir() else Path("exercises/gradient_check/suspects")
    return runpy.run_path(str(folder / f"{letter}.py"))["Value"]


def question(check, questions):
    """Ask all six engines all questions (name, f, xs), and print what `check` finds for each."""
    print(f"{'':24}" + "".join(f"{letter:>8}" for letter in "abcdef"))
    for name, f, xs in questions:
        found = [check(suspect(letter), f, xs) for letter in "abcdef"]
        print(f"{name:24}" + "".join(f"{positions!s:>8}" for positions in found))


if __name__ == "__main__":
    try:
        import plainly
    except ModuleNotFoundError:
        raise SystemExit("suspects.py needs plainly.py and the rest of its lesson beside it.") from None

    plainly.speak()  # what is missing or broken, in plain words
    from checker import check as disagreements

    questions = [  # a good beginning, and all six pass: now add your own
        ("a + b at 2, 2", lambda a, b: a + b, [2.0, 2.0]),
        ("a - b at 2, 2", lambda a, b: a - b, [2.0, 2.0]),
        ("a * b at 2, 2", lambda a, b: a * b, [2.0, 2.0]),
        ("a.square() at 2", lambda a: a.square(), [2.0]),
    ]
    try:
        question(disagreements, questions)
    except NotImplementedError as still_to_do:
        print(f"Not yet: {still_to_do}. Run pytest to see what comes next.")
