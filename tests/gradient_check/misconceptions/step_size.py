"""What goes wrong in `step_size`: how fast errors shrink, and what spoils a slope or leaves it exact."""

from pathlib import Path

from grader.misconceptions import Answer, look, same, worded
from tests.gradient_check import nudges
from tests.gradient_check.misconceptions.answers import (
    NO_PREDICTION,
    Table,
    in_place,
    own_word,
    says,
)
from tests.gradient_check.misconceptions.explained import CHECKS
from tests.gradient_check.words import plain

WORDS = Path(__file__).with_suffix(".toml")
SIZES = (1e-2, 1e-5, 1e-13)
FORWARD, CENTRAL = "FORWARD_ERROR_SHRINKS", "CENTRAL_ERROR_SHRINKS"
TRUE = {
    FORWARD: nudges.shrinks(nudges.forward),
    CENTRAL: nudges.shrinks(nudges.central),
    "WHAT_SPOILS": tuple(map(nudges.spoils, SIZES)),
    "EXACT_FOR": nudges.exact_for(),
}


def probe(reach):
    """All four answers: numbers as they are, words as the checks take them, the table as a tuple."""
    answers = reach("step_size")
    found = {name: plain(look(getattr, answers, name)) for name in (FORWARD, CENTRAL, "EXACT_FOR")}
    return {**found, "WHAT_SPOILS": look(_spoils, answers)}


def _spoils(answers):
    return [plain(_entry(answers.WHAT_SPOILS, h)) for h in SIZES]


def _entry(table, h):
    return next((word for key, word in table.items() if same(key, h, 0.0)), None)


# --- how fast an error shrinks ---------------------------------------------------------------------

SHRINKS = {
    FORWARD: {
        "step-size-forward-as-the-other": [100],
        "step-size-forward-stays": [1],
        "step-size-forward-upside-down": [0.1],
        "step-size-forward-halves": [2],
        "step-size-forward-too-fast": [1000],
    },
    CENTRAL: {
        "step-size-central-as-the-other": [10],
        "step-size-central-stays": [1],
        "step-size-central-upside-down": [0.01, 0.1],
        "step-size-central-doubled": [20],
        "step-size-central-halves": [2, 4],
        "step-size-central-too-fast": [1000, 10000],
    },
}
CONFUSED = {  # what both answers together show
    "step-size-factors-swapped": {FORWARD: TRUE[CENTRAL], CENTRAL: TRUE[FORWARD]},
    "step-size-powers-for-factors": {FORWARD: 1, CENTRAL: 2},
}


class Shrinks(Answer):
    """The study of one factor; a model may come with several `answers` that show it."""

    def written(self, model):
        answers = getattr(model, "answers", None) or {self.about: model(self.truth)}
        return "\n".join(f"{name} = {answer!r}" for name, answer in answers.items())


def factor(name):
    """The study of one factor. A measured one, 9.97 say, is as right as 10."""

    def right(answers):
        found = answers[name]
        near = type(found) in (int, float) and abs(found / TRUE[name] - 1) <= 0.05
        return found if near else TRUE[name]

    slips = {slug: [_factor(name, number) for number in several] for slug, several in SHRINKS[name].items()}
    confused = {slug: [_confused(pair)] for slug, pair in CONFUSED.items()} if name == FORWARD else {}
    return Shrinks(
        exercise="step_size",
        about=name,
        checks=CHECKS[name],
        probe=probe,
        right=(right,),
        truth=TRUE,
        **worded(WORDS, {**confused, **slips, f"{_slug(name)}-in-quotes": [_quoted(name)]}),
    )


def _slug(name):
    return "step-size-forward" if name == FORWARD else "step-size-central"


def _shows(pair, answers):
    return all(same(answers[name], pair[name]) for name in pair)


def _factor(name, number):
    """A model of one wrong factor, where the other answer does not make something else of it."""

    def model(answers):
        return NO_PREDICTION if any(_shows(pair, answers) for pair in CONFUSED.values()) else number

    return model


def _confused(pair):
    """A model of a confusion that both answers show."""

    def model(answers):
        return pair[FORWARD] if _shows(pair, answers) else f"{NO_PREDICTION}, and not {pair[FORWARD]:g}"

    model.answers = pair
    return model


def _quoted(name):
    """A model of whoever writes a text where a number belongs."""

    def model(answers):
        return answers[name] if type(answers[name]) is str else f"{NO_PREDICTION}, and is no text"

    model.answers = {name: f"{TRUE[name]}"}
    return model


# --- words -----------------------------------------------------------------------------------------

BENDS, NOTHING, ROUNDING = nudges.WORDS
SPOILS = {
    "step-size-small-enough": (0, NOTHING),
    "step-size-large-rounds": (0, ROUNDING),
    "step-size-middle-bends": (1, BENDS),
    "step-size-middle-rounds": (1, ROUNDING),
    "step-size-smaller-is-better": (2, NOTHING),
    "step-size-tiny-bends": (2, BENDS),
}


SIZED = ("test_h_of_a_hundredth", "test_h_of_a_hundred_thousandth", "test_h_of_a_ten_trillionth")


def table(right, models, checks=SIZED):
    return Table(
        exercise="step_size",
        about="WHAT_SPOILS",
        probe=probe,
        right=(right,),
        truth=TRUE,
        keys=SIZES,
        checks=checks,
        **worded(WORDS, models),
    )


def entry(position):
    """The study of what spoils the slope at one h."""
    slips = {
        slug: [in_place("WHAT_SPOILS", position, word)]
        for slug, (where, word) in SPOILS.items()
        if where == position
    }
    own = own_word("WHAT_SPOILS", nudges.WORDS, position)
    right = in_place("WHAT_SPOILS", position, TRUE["WHAT_SPOILS"][position])
    strange = f"step-size-{('large', 'middle', 'tiny')[position]}-in-own-words"
    return table(right, {**slips, strange: [own]}, SIZED[position : position + 1])


FACTORS = (factor(FORWARD), factor(CENTRAL))
STUDIES = (
    *FACTORS,
    table(
        *says("WHAT_SPOILS", TRUE["WHAT_SPOILS"]),
        {"step-size-ends-swapped": says("WHAT_SPOILS", (ROUNDING, NOTHING, BENDS))},
    ),
    *map(entry, range(len(SIZES))),
    Answer(
        exercise="step_size",
        about="EXACT_FOR",
        checks=CHECKS["EXACT_FOR"],
        probe=probe,
        right=tuple(says("EXACT_FOR", TRUE["EXACT_FOR"])),
        truth=TRUE,
        **worded(
            WORDS,
            {
                "step-size-exact-for-lines-only": says("EXACT_FOR", "lines"),
                "step-size-exact-for-cubics": says("EXACT_FOR", "cubics"),
                "step-size-exact-in-own-words": [own_word("EXACT_FOR", nudges.KINDS)],
            },
        ),
    ),
)
