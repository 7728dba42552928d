"""What goes wrong in `outlier`: where losses are lowest, what a wild reading moves, which loss to want."""

from functools import partial
from pathlib import Path
from statistics import mean, median

from grader.checks import close
from grader.misconceptions import Answer, Says, Strange, look, worded
from tests.absolute_loss.misconceptions.explained import CHECKS
from tests.absolute_loss.ways import absolute_lowest_at, mean_absolute, mean_squared, squared_lowest_at
from tests.absolute_loss.wishes import AFTER, BEFORE, DUE
from tests.lessons.answers import LARGEST, in_quotes, meant

MEAN, NEW_MEAN = map(squared_lowest_at, (BEFORE, AFTER))
MEDIAN, NEW_MEDIAN = map(absolute_lowest_at, (BEFORE, AFTER))
WILD, FARTHER = BEFORE[-1], AFTER[-1] - BEFORE[-1]
PAGE, PAGE_LATER = (0, 1, 5, 6, 23), (0, 1, 5, 6, 43)  # the readings in lesson.md
OTHERS, SUM, N = BEFORE[:-1], sum(BEFORE), len(BEFORE)
PRECISION = 0.006
NO_PREDICTION = "says nothing here"
WORDS = Path(__file__).with_suffix(".toml")

RIGHT = tuple(DUE.values())
TRUE = {
    "SQUARED_LOWEST_AT": MEAN,
    "ABSOLUTE_LOWEST_AT": MEDIAN,
    "SQUARED_MOVES_BY": NEW_MEAN - MEAN,
    "ABSOLUTE_MOVES_BY": NEW_MEDIAN - MEDIAN,
    "WHICH": RIGHT,
}
NUMBERS = tuple(TRUE)[:-1]


def probe(modules):
    """The four numbers by name, and the words for the four wishes in their order."""
    answers = modules("outlier")
    numbers = {name: look(getattr, answers, name) for name in NUMBERS}
    return {**numbers, "WHICH": look(_words, answers)}


def _words(answers):
    return tuple(_read_as(_entry(answers.WHICH, wish)) for wish in DUE)


def _entry(table, wish):
    return next(word for key, word in table.items() if _read_as(key) == wish)


def _read_as(written):
    """A word in small letters, with single spaces and no hyphens, as the checks take it."""
    if type(written) is not str:
        return written
    return " ".join(written.replace("-", " ").lower().split()).removesuffix(" loss")


# --- the numbers: what counts --------------------------------------------------------------------------


def near(due):
    return close(due, rel=1e-6, abs=PRECISION)


def own(answers, name):
    """The number that an answer stands for; None where there is none to build on."""
    found = meant(answers[name])
    return found if found is not None and abs(found) < LARGEST else None


def swapped(answers):
    return own(answers, "SQUARED_LOWEST_AT") == near(MEDIAN)


def accepted(name, answers):
    """Every answer to `name` that counts, as the checks take it."""
    first, turned = own(answers, "SQUARED_LOWEST_AT"), swapped(answers)
    due = [TRUE[name]]
    if turned:
        other = (
            name.replace("SQUARED", "ABSOLUTE") if "SQUARED" in name else name.replace("ABSOLUTE", "SQUARED")
        )
        due += [TRUE[other]] if name != "SQUARED_LOWEST_AT" else []
    elif name == "SQUARED_MOVES_BY" and first is not None and first != near(NEW_MEAN):
        due.append(NEW_MEAN - first)
    if name == "ABSOLUTE_MOVES_BY" and own(answers, "SQUARED_MOVES_BY") == near(NEW_MEAN):
        due.append(NEW_MEDIAN)
    return due


def _counted(name, answers):
    """The answer that stands there, if it counts; else the true one."""
    return answers[name] if any(answers[name] == near(due) for due in accepted(name, answers)) else TRUE[name]


# --- the numbers: what goes wrong ----------------------------------------------------------------------


def number(value):
    return lambda _: value


def both(other, there, value):
    """A prediction of `value` where another answer is wrong as well: it holds `there`."""

    def model(answers):
        return value if own(answers, other) == near(there) else NO_PREDICTION

    model.others = {other: there}
    return model


def alone(other, there, value):
    """A prediction of `value` where that other answer is not `there`."""
    return lambda answers: NO_PREDICTION if own(answers, other) == near(there) else value


def quoted(name):
    """A model of whoever writes the number as a text."""

    def model(answers):
        return answers[name] if in_quotes(answers[name]) is not None else f"{TRUE[name]:g}"

    return model


def losses_at(loss, place):
    """The loss there, as a mean and as a sum."""
    return [number(loss(place, BEFORE)), number(loss(place, BEFORE) * N)]


SLIPS = {
    "SQUARED_LOWEST_AT": {
        "outlier-mean-and-median-swapped": [both("ABSOLUTE_LOWEST_AT", MEAN, MEDIAN)],
        "outlier-median-for-mean": [alone("ABSOLUTE_LOWEST_AT", MEAN, MEDIAN)],
        "outlier-squared-without-the-wild": [number(mean(OTHERS))],
        "outlier-squared-not-divided": [number(SUM)],
        "outlier-squared-divided-by-another": [
            number(SUM / (N - 1)),
            number(SUM / (N + 1)),
            number(sum(OTHERS) / N),
        ],
        "outlier-squared-halfway": [number((BEFORE[0] + WILD) / 2)],
        "outlier-squared-at-the-wild": [number(WILD)],
        "outlier-squared-is-the-loss": losses_at(mean_squared, MEAN),
        "outlier-squared-of-squares": [
            number(mean([y * y for y in BEFORE])),
            number(mean([y * y for y in BEFORE]) ** 0.5),
        ],
        "outlier-squared-as-low-as-can-be": [number(0), number(BEFORE[0])],
        "outlier-squared-of-the-page": [number(squared_lowest_at(PAGE))],
    },
    "ABSOLUTE_LOWEST_AT": {
        "outlier-mean-for-median": [number(MEAN)],
        "outlier-absolute-without-the-wild": [number(median(OTHERS))],
        "outlier-absolute-beside-the-middle": [number(2), number(4), number(3.5)],
        "outlier-absolute-halfway": [number((BEFORE[0] + WILD) / 2)],
        "outlier-absolute-at-the-wild": [number(WILD)],
        "outlier-absolute-is-the-loss": losses_at(mean_absolute, MEDIAN),
        "outlier-absolute-is-the-sum": [number(SUM)],
        "outlier-absolute-as-low-as-can-be": [number(0), number(BEFORE[0])],
        "outlier-absolute-of-the-page": [number(absolute_lowest_at(PAGE))],
    },
    "SQUARED_MOVES_BY": {
        "outlier-moves-swapped": [both("ABSOLUTE_MOVES_BY", NEW_MEAN - MEAN, 0)],
        "outlier-squared-stays": [alone("ABSOLUTE_MOVES_BY", NEW_MEAN - MEAN, 0)],
        "outlier-squared-moves-as-far": [number(FARTHER)],
        "outlier-squared-moves-to": [number(NEW_MEAN), number(squared_lowest_at(PAGE_LATER))],
        "outlier-squared-moves-by-another-share": [number(FARTHER / (N - 1)), number(FARTHER / (N + 1))],
        "outlier-squared-moves-down": [number(MEAN - NEW_MEAN)],
        "outlier-squared-moves-halfway": [number(FARTHER / 2)],
        "outlier-squared-moves-by-the-loss": [
            number(mean_squared(NEW_MEAN, AFTER) - mean_squared(MEAN, BEFORE)),
            number(FARTHER**2),
            number(FARTHER**2 / N),
        ],
    },
    "ABSOLUTE_MOVES_BY": {
        "outlier-absolute-moves-as-the-mean": [number(NEW_MEAN - MEAN)],
        "outlier-absolute-moves-as-far": [number(FARTHER)],
        "outlier-absolute-moves-to": [number(NEW_MEDIAN)],
        "outlier-absolute-moves-a-little": [number(1), number(0.5)],
        "outlier-absolute-moves-halfway": [number(FARTHER / 2)],
        "outlier-absolute-moves-by-another-share": [number(FARTHER / (N - 1)), number(FARTHER / (N + 1))],
    },
}

# --- the words -----------------------------------------------------------------------------------------


def with_words(*turned):
    """The right words, but the other one for each wish at these places."""
    other = {"absolute": "squared", "squared": "absolute"}
    words = tuple(other[word] if place in turned else word for place, word in enumerate(RIGHT))
    return Says("WHICH", words)


OWN_WORDS = Strange("WHICH", ("absolute", "squared"), instead=("median", *RIGHT[1:]))  # for a wish at least

WISHED = {
    "outlier-which-wild": [with_words(0)],
    "outlier-which-average": [with_words(1)],
    "outlier-which-four-times": [with_words(2)],
    "outlier-which-as-many": [with_words(3)],
    "outlier-which-mean-and-median": [with_words(1, 3), with_words(0, 1, 3)],
    "outlier-which-swapped": [with_words(0, 1, 2, 3)],
    "outlier-which-always-absolute": [with_words(1, 2)],
    "outlier-which-always-squared": [with_words(0, 3)],
    "outlier-which-in-own-words": [OWN_WORDS],
}


class OneAnswer(Answer):
    """The study of one answer; a model may come with others that are wrong as well."""

    def written(self, model):
        others = getattr(model, "others", {})
        found = model({**self.truth, **others})
        return "\n".join(
            f"{name} = {self.write(value)}" for name, value in ({**others, self.about: found}).items()
        )


def study(about, models, right, **fields):
    return OneAnswer(
        exercise="outlier",
        about=about,
        checks=CHECKS[about],
        probe=probe,
        right=(right,),
        truth=TRUE,
        precision=PRECISION,
        **worded(WORDS, models),
        **fields,
    )


def _as_table(words):
    return repr(dict(zip(DUE, words, strict=True)))


NUMBER_STUDIES = tuple(
    study(name, {"outlier-answer-in-quotes": [quoted(name)], **SLIPS[name]}, partial(_counted, name))
    for name in NUMBERS
)
STUDIES = (*NUMBER_STUDIES, study("WHICH", WISHED, Says("WHICH", RIGHT), write=_as_table))
