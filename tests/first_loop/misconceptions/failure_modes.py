"""What goes wrong in `failure_modes`: what a learning rate does, and what two backward passes leave."""

from pathlib import Path

from grader.compare import is_number
from grader.observed import look, same
from grader.study import Answer, worded

X = 2
RATES = (0.05, 0.125, 0.2, 0.25, 0.3)
RIGHT = ("smooth", "one step", "zigzag", "stuck", "explodes")
NO_PREDICTION = "says nothing here"
GRADIENT = -24  # of one backward pass at w = −1
WORDS = Path(__file__).with_suffix(".toml")


def probe(modules):
    """The five words in the order of their rates, the last number, and the gradient found by hand."""
    answers = modules("failure_modes")
    return {
        "BEHAVIOUR": look(_words, answers),
        "GRADIENT_AFTER_TWO_BACKWARDS": look(getattr, answers, "GRADIENT_AFTER_TWO_BACKWARDS"),
        "GRADIENT": look(_gradient_by_hand, modules),
    }


def _words(answers):
    table = answers.BEHAVIOUR
    return tuple(" ".join(_entry(table, rate).lower().split()) for rate in RATES)


def _entry(table, rate):
    return next(word for key, word in table.items() if same(key, rate))


def _gradient_by_hand(modules):
    return modules("by_hand").GRADIENT


# --- words -----------------------------------------------------------------------------------------


def by_factor(factor):
    """The words of someone who judges each rate by `factor(rate)`."""
    words = tuple(_word(round(factor(rate), 9)) for rate in RATES)
    return lambda _: words


def _word(factor):
    if factor in (0, -1):
        return "one step" if factor == 0 else "stuck"
    if factor > 0:
        return "smooth"
    return "zigzag" if factor > -1 else "explodes"


def with_words(**changed):
    """The right words, except for those of some rates: `with_words(r0125="stuck")`."""
    words = tuple(
        changed.get(f"r{rate}".replace(".", ""), word) for rate, word in zip(RATES, RIGHT, strict=True)
    )
    return lambda _: words


BEHAVIOUR_MODELS = {
    "failure-modes-factor-missing": [
        by_factor(lambda eta: 1 - 2 * eta * X),  # x, or the 2: the same at x = 2
    ],
    "failure-modes-without-x": [by_factor(lambda eta: 1 - 2 * eta)],
    "failure-modes-factor-too-many": [by_factor(lambda eta: 1 - 4 * eta * X * X)],
    "failure-modes-all-smooth-until-stuck": [
        with_words(r0125="smooth", r02="smooth"),
        with_words(r0125="smooth", r02="smooth", r025="smooth"),
    ],
    "failure-modes-landing-is-smooth": [with_words(r0125="smooth")],
    "failure-modes-landing-is-stuck": [
        with_words(r0125="stuck"),
        with_words(r0125="stuck", r025="zigzag"),
        with_words(r0125="stuck", r025="one step"),
    ],
    "failure-modes-jumping-over-is-exploding": [
        with_words(r02="explodes", r025="explodes"),
        with_words(r02="explodes"),
    ],
    "failure-modes-jumping-over-is-stuck": [with_words(r02="stuck")],
    "failure-modes-stuck-is-zigzag": [with_words(r025="zigzag")],
    "failure-modes-stuck-is-exploding": [with_words(r025="explodes")],
    "failure-modes-stuck-and-zigzag-swapped": [with_words(r02="stuck", r025="zigzag")],
    "failure-modes-exploding-is-zigzag": [
        with_words(r03="zigzag"),
        with_words(r025="zigzag", r03="zigzag"),
    ],
    "failure-modes-exploding-is-stuck": [with_words(r03="stuck")],
    "failure-modes-sign-of-factor-lost": [by_factor(lambda eta: abs(1 - 2 * eta * X * X))],
    "failure-modes-turned-around": [lambda _: RIGHT[::-1]],
}


# --- the number --------------------------------------------------------------------------------------


def _own(observed):
    """A gradient of their own that the student goes on from, where it is a wrong one."""
    own = observed["GRADIENT"]
    return own if is_number(own) and not same(own, GRADIENT) else None


def without_own(number):
    """A prediction about those who go on from the true gradient."""
    return lambda observed: number if _own(observed) is None else NO_PREDICTION


def from_own(formula):
    """A prediction about those who go on from a wrong gradient of their own."""
    return lambda observed: NO_PREDICTION if _own(observed) is None else formula(_own(observed))


NUMBER_MODELS = {
    "failure-modes-gradient-replaced": [without_own(GRADIENT)],
    "failure-modes-gradient-cancels": [lambda _: 0],
    "failure-modes-gradient-sign-lost": [without_own(-2 * GRADIENT)],
    "failure-modes-gradient-squared": [lambda _: GRADIENT**2],
    "failure-modes-gradient-same-graph-twice": [lambda _: 4 * GRADIENT],
    "failure-modes-gradient-update-between": [lambda _: GRADIENT - 4.8, lambda _: -4.8],
    "failure-modes-gradient-doubled-own": [from_own(lambda own: 2 * own)],
}


TRUE = {"BEHAVIOUR": RIGHT, "GRADIENT_AFTER_TWO_BACKWARDS": 2 * GRADIENT, "GRADIENT": GRADIENT}


def study(about, models, **fields):
    return Answer(
        exercise="failure_modes",
        about=about,
        probe=probe,
        right=(lambda _: TRUE[about],),
        truth=TRUE,
        precision=0.005,
        **worded(WORDS, models),
        **fields,
    )


def _as_table(words):
    return repr(dict(zip(RATES, words, strict=True)))


STUDIES = (
    study("BEHAVIOUR", BEHAVIOUR_MODELS, write=_as_table),
    study("GRADIENT_AFTER_TWO_BACKWARDS", NUMBER_MODELS),
)
