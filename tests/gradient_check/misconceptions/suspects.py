"""What goes wrong in `suspects`: engines that pass where one looks first, and the wrong part blamed."""

from pathlib import Path

from grader.misconceptions import look, worded
from tests.gradient_check.misconceptions.answers import Table, in_place, own_word, says
from tests.gradient_check.words import plain

WORDS = Path(__file__).with_suffix(".toml")
LETTERS = tuple("abcdef")
CHOICES = ("right", "add", "subtract", "multiply", "square", "backward")
TRUE = {"VERDICTS": ("square", "right", "backward", "subtract", "right", "multiply")}


def probe(reach):
    """The six verdicts in the order of the letters, as the checks take them."""
    return {"VERDICTS": look(_verdicts, reach("suspects"))}


def _verdicts(answers):
    written = {plain(letter): plain(word) for letter, word in answers.VERDICTS.items()}
    return [written.get(letter) for letter in LETTERS]


# Slug → the words that it is about; a broken engine may pass for right, or another part be blamed.
MODELS = {
    "a": {
        "suspects-a-passes": ["right"],
        "suspects-a-blames-backward": ["backward"],
        "suspects-a-blames-another-part": ["add", "subtract", "multiply"],
    },
    "b": {
        "suspects-b-strange-square": ["square"],
        "suspects-b-strange-backward": ["backward"],
        "suspects-b-accused": ["add", "subtract", "multiply"],
    },
    "c": {
        "suspects-c-passes": ["right"],
        "suspects-c-blames-an-operation": ["add", "subtract", "multiply", "square"],
    },
    "d": {
        "suspects-d-passes": ["right"],
        "suspects-d-blames-backward": ["backward"],
        "suspects-d-blames-another-part": ["add", "multiply", "square"],
    },
    "e": {
        "suspects-e-strange-backward": ["backward"],
        "suspects-e-strange-subtract": ["subtract"],
        "suspects-e-accused": ["add", "multiply", "square"],
    },
    "f": {
        "suspects-f-passes": ["right"],
        "suspects-f-blames-backward": ["backward"],
        "suspects-f-blames-another-part": ["add", "subtract", "square"],
    },
}


def study(right, models, letters=LETTERS):
    return Table(
        exercise="suspects",
        about="VERDICTS",
        probe=probe,
        right=(right,),
        truth=TRUE,
        keys=LETTERS,
        checks=tuple(f"test_suspect_{letter}" for letter in letters),
        **worded(WORDS, models),
    )


def verdict(letter):
    """The study of one verdict."""
    position = LETTERS.index(letter)
    slips = {
        slug: [in_place("VERDICTS", position, word) for word in several]
        for slug, several in MODELS[letter].items()
    }
    strange = {f"suspects-{letter}-in-own-words": [own_word("VERDICTS", CHOICES, position)]}
    return study(in_place("VERDICTS", position, TRUE["VERDICTS"][position]), {**slips, **strange}, letter)


STUDIES = (
    study(*says("VERDICTS", TRUE["VERDICTS"]), {"suspects-all-pass": says("VERDICTS", ("right",) * 6)}),
    *map(verdict, LETTERS),
)
