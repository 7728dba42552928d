"""What goes wrong in `failure_modes`: what a learning rate does, and what two backward passes leave."""

from pathlib import Path

from grader.misconceptions import Answer, Says, look, same, worded
from tests.first_loop import paper
from tests.first_loop.paper import X, behaviour, carried_gradient
from tests.lessons.answers import in_quotes, unquoted

RATES = (0.05, 0.125, 0.2, 0.25, 0.3)
RIGHT = tuple(map(behaviour, RATES))
NO_PREDICTION = "says nothing here"
GRADIENT, LOSS = (
    paper.TRUE["GRADIENT"],
    paper.TRUE["LOSS"],
)  # of one backward pass at w = −1, and the loss there
PAGE_X, PAGE_GRADIENT = 3, 18  # of the example in lesson.md
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
    return next(word for key, word in table.items() if same(unquoted(key), rate))


def _gradient_by_hand(modules):
    return modules("by_hand").GRADIENT


# --- words -----------------------------------------------------------------------------------------


def by_factor(factor):
    """The words of someone who judges each rate by `factor(rate)`."""
    words = tuple(_word(round(factor(rate), 9)) for rate in RATES)
    return Says("BEHAVIOUR", words)


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
    return Says("BEHAVIOUR", words)


BEHAVIOUR_MODELS = {
    "failure-modes-factor-missing": [
        by_factor(lambda eta: 1 - 2 * eta * X),  # x, or the 2: the same at x = 2
    ],
    "failure-modes-without-x": [by_factor(lambda eta: 1 - 2 * eta)],
    "failure-modes-x-of-the-page": [by_factor(lambda eta: 1 - 2 * eta * PAGE_X * PAGE_X)],
    "failure-modes-factor-too-many": [by_factor(lambda eta: 1 - 4 * eta * X * X)],
    "failure-modes-all-smooth-until-stuck": [
        with_words(r0125="smooth", r02="smooth"),
        with_words(r0125="smooth", r02="smooth", r025="smooth"),
    ],
    "failure-modes-landing-is-smooth": [with_words(r0125="smooth")],
    "failure-modes-swinging-is-smooth": [with_words(r02="smooth")],
    "failure-modes-slow-is-stuck": [with_words(r005="stuck")],
    "failure-modes-one-rate-late": [Says("BEHAVIOUR", (RIGHT[0], *RIGHT[:-1]))],
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
    "failure-modes-smooth-and-one-step-swapped": [with_words(r005="one step", r0125="smooth")],
    "failure-modes-zigzag-and-explodes-swapped": [with_words(r02="explodes", r03="zigzag")],
    "failure-modes-exploding-is-zigzag": [
        with_words(r03="zigzag"),
        with_words(r025="zigzag", r03="zigzag"),
    ],
    "failure-modes-exploding-is-stuck": [with_words(r03="stuck")],
    "failure-modes-sign-of-factor-lost": [by_factor(lambda eta: abs(1 - 2 * eta * X * X))],
    "failure-modes-turned-around": [Says("BEHAVIOUR", RIGHT[::-1])],
}


# --- the number --------------------------------------------------------------------------------------


def number(value):
    """A model that predicts `value`, but predicts nothing for students with a wrong gradient in by_hand.py.

    For these, twice their own gradient counts as right, so it is no sign of this mistake.
    """
    return lambda observed: value if carried_gradient(observed["GRADIENT"]) is None else NO_PREDICTION


def of_one_pass(formula):
    """A model that makes something of the gradient of one pass: of the student's own, if that is wrong."""

    def model(observed):
        own = carried_gradient(observed["GRADIENT"])
        return formula(GRADIENT if own is None else own)

    return model


def in_quotes_as_written(observed):
    """A model of a student who writes the number as a text, whichever number it is."""
    answer = observed["GRADIENT_AFTER_TWO_BACKWARDS"]
    return answer if in_quotes(answer) is not None else "-48"


NUMBER_MODELS = {
    "failure-modes-gradient-replaced": [of_one_pass(lambda gradient: gradient)],
    "failure-modes-gradient-cancels": [lambda _: 0],
    "failure-modes-gradient-sign-lost": [number(-2 * GRADIENT)],
    "failure-modes-gradient-squared": [of_one_pass(lambda gradient: gradient**2)],
    "failure-modes-gradient-same-graph-twice": [number(4 * GRADIENT)],
    "failure-modes-gradient-update-between": [number(GRADIENT - 4.8), number(-4.8)],
    "failure-modes-gradient-is-the-loss": [number(LOSS)],
    "failure-modes-gradient-of-the-page": [number(PAGE_GRADIENT), number(2 * PAGE_GRADIENT)],
    "failure-modes-gradient-in-quotes": [in_quotes_as_written],
}
# 36 is the loss at w = −1, and twice the page's gradient.
NUMBER_ALIKE = {
    "failure-modes-gradient-thirty-six": [
        "failure-modes-gradient-is-the-loss",
        "failure-modes-gradient-of-the-page",
    ]
}


TRUE = {"BEHAVIOUR": RIGHT, "GRADIENT_AFTER_TWO_BACKWARDS": 2 * GRADIENT, "GRADIENT": GRADIENT}


CHECKS = {
    "BEHAVIOUR": tuple(f"test_eta_{rate}".replace(".", "_") for rate in RATES),
    "GRADIENT_AFTER_TWO_BACKWARDS": ("test_gradient_after_two_backwards",),
}


def study(about, models, alike=None, **fields):
    return Answer(
        exercise="failure_modes",
        about=about,
        probe=probe,
        checks=CHECKS[about],
        right=(Says(about, TRUE[about]),),
        truth=TRUE,
        precision=0.005,
        **worded(WORDS, models, alike=alike),
        **fields,
    )


def _as_table(words):
    return repr(dict(zip(RATES, words, strict=True)))


NUMBER = study("GRADIENT_AFTER_TWO_BACKWARDS", NUMBER_MODELS, NUMBER_ALIKE)
STUDIES = (study("BEHAVIOUR", BEHAVIOUR_MODELS, write=_as_table), NUMBER)
