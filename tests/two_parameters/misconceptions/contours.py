"""What goes wrong in `contours`: in the table, in reading the picture, and in judging learning rates."""

from pathlib import Path

from grader.misconceptions import AN_OBJECT, Answer, Behaviour, Says, Strange, look, plain, same, worded
from tests.two_parameters import valley
from tests.two_parameters.misconceptions import install, reference
from tests.two_parameters.misconceptions import wrong_tables as wrong
from tests.two_parameters.misconceptions.explained import CHECKS

WORDS = Path(__file__).with_suffix(".toml")

# --- the table -------------------------------------------------------------------------------------

THREE = [(2.0, 1.0), (0.0, 3.0), (-1.0, -2.5)]
FIVE = [(1.5, 2.123), (1.5, -1.0), (-2.0, 0.25), (0.5, 3.0), (3.0, 1.0)]
GRIDS = (  # ws, bs, points: axes of different lengths, and in no order
    ([2.0, -1.0, 0.5], [1.0, -3.0], THREE),
    ([0.5, 3.0], [-2.0, 1.0, 0.25, 4.0], FIVE),
    ([1.5], [2.0, -1.5, 3.0], [(3.0, 5.0)]),
    ([1, 2, -3], [4], [(1, 3), (-2, 1), (3, -4)]),
)


def probe_table(modules):
    """Tables for several grids, in whatever kinds of sequence."""
    table = modules("contours").loss_table
    return tuple(look(_table, table, *grid) for grid in GRIDS)


def _table(loss_table, ws, bs, points):
    found = _without_texts(plain(loss_table(list(ws), list(bs), list(points))))
    return ("a dict of", *found.values()) if type(found) is dict else found


def _without_texts(found):
    """The same with "a text" for every text: how it is laid out is everyone's own."""
    if type(found) is tuple:
        return tuple(map(_without_texts, found))
    return "a text" if type(found) is str and found != AN_OBJECT else found


TABLE_MODELS = {
    "contours-transposed": [wrong.transposed],
    "contours-w-and-b-swapped": [wrong.swapped_in_the_call, wrong.transposed_and_swapped],
    "contours-one-axis-for-both": [wrong.ws_for_both, wrong.bs_for_both],
    "contours-turned-around": [wrong.rows_upside_down, wrong.table_reversed, wrong.columns_reversed],
    "contours-sorts": [wrong.sorted_axes, wrong.sorted_bs, wrong.sorted_ws, wrong.sorted_downwards],
    "contours-one-row-for-all": [wrong.one_row_for_all, wrong.row_cleared, wrong.first_row_repeated],
    "contours-row-made-once": [wrong.row_made_once, wrong.row_made_once_and_copied],
    "contours-flat": [wrong.flat, wrong.flat_the_other_way],
    "contours-pairs-only": [
        wrong.pairs_only,
        wrong.pairs_only_in_one_row,
        wrong.one_row_for_each_pair,
    ],
    "contours-last-row-only": [wrong.last_row, wrong.last_row_in_a_table],
    "contours-returns-too-early": [
        wrong.returns_after_a_row,
        wrong.returns_the_first_row,
        wrong.returns_after_a_loss,
    ],
    "contours-rows-too-often": [wrong.row_appended_in_the_inner_loop],
    "contours-no-rows": [wrong.row_never_appended],
    "contours-rows-of-one": [wrong.rows_of_one],
    "contours-square-only": [wrong.square_by_ws, wrong.square_by_bs],
    "contours-is-a-dict": [wrong.as_dict, wrong.as_dict_of_rows],
    "contours-axes-in-the-table": [wrong.with_places, wrong.with_b_in_front, wrong.with_ws_on_top],
    "contours-returns-nothing": [wrong.nothing_returned],
    "contours-holds-values": [wrong.values_in_it],
    "contours-numbers-into-the-loss": [
        wrong.numbers_into_the_loss,
        wrong.numbers_into_a_loss_with_powers,
    ],
    "contours-expects-values": [wrong.data_of_plain_numbers],
    "contours-lists-into-the-loss": [wrong.lists_into_the_loss],
    "contours-unsquared": [wrong.unsquared, wrong.unsquared_turned, wrong.distances],
    "contours-square-of-the-mean": [wrong.square_of_the_mean],
    "contours-sum-for-mean": [wrong.sums],
    "contours-scaled": [wrong.halves, wrong.roots],
    "contours-without-b": [wrong.without_b],
    "contours-last-point": [wrong.last_point, wrong.last_point_divided],
    "contours-total-never-reset": [wrong.total_never_reset, wrong.total_reset_for_each_row],
    "contours-one-loss-for-each-point": [
        wrong.one_loss_for_each_point,
        wrong.one_entry_for_each_point,
    ],
    "contours-predictions": [wrong.predictions],
    "contours-gradients": [wrong.gradients_of_w, wrong.gradients_of_the_loss],
    "contours-fixed-points": [wrong.fixed_points],
    "contours-positions-for-numbers": [
        wrong.positions_for_numbers,
        wrong.positions_of_ws_for_numbers,
        wrong.positions_of_bs_for_numbers,
    ],
    "contours-rounds": [
        wrong.rounded,
        wrong.rounded_to_whole,
        wrong.rounded_to_one,
        wrong.rounded_to_three,
        wrong.whole_numbers,
    ],
    "contours-is-text": [wrong.as_text],
}

# --- the words ---------------------------------------------------------------------------------------

RATES = (0.1, 0.25, 0.5, 0.6)
RIGHT = tuple(valley.behaviour(rate) for rate in RATES)
CHOICES = {
    "LOWER": ("P", "Q"),
    "FIRST_STEP_FROM_P": valley.DIRECTIONS,
    "LEAVES_ITS_LINE": valley.LEAVES,
    "STEEPEST": valley.STEEPNESS,
}
TRUE = {
    "LOWER": valley.lower(),
    "FIRST_STEP_FROM_P": valley.first_step(),
    "LEAVES_ITS_LINE": valley.leaves_its_line(),
    "STEEPEST": valley.steepest(),
    "BEHAVIOUR": RIGHT,
}
OWN_WORD = "downwards"


def probe_words(modules):
    """The four words that are read from the picture, and the words of the learning rates in their order."""
    answers = modules("contours")
    read = {name: _read_as(look(getattr, answers, name)) for name in CHOICES}
    return {**read, "BEHAVIOUR": look(_behaviours, answers)}


def _read_as(written):
    """A word in small letters, with single spaces and no hyphens, as the checks take it."""
    return " ".join(written.replace("-", " ").lower().split()) if type(written) is str else written


READ = {name: _read_as(answer) for name, answer in TRUE.items()}  # as the probe shows it


def _behaviours(answers):
    return tuple(_read_as(_entry(answers.BEHAVIOUR, rate)) for rate in RATES)


def _entry(table, rate):
    return next(word for key, word in table.items() if same(key, rate))


def word(name, chosen):
    return Says(name, _read_as(chosen))


def turned(eighths):
    """The direction so many eighths of a turn away from the right one, against the clock."""
    place = valley.DIRECTIONS.index(TRUE["FIRST_STEP_FROM_P"])
    return word("FIRST_STEP_FROM_P", valley.DIRECTIONS[(place + eighths) % len(valley.DIRECTIONS)])


def others(name):
    """Every choice but the right one."""
    return [word(name, choice) for choice in CHOICES[name] if choice != TRUE[name]]


def own_words(name):
    """A model of whoever writes none of the words to choose from."""
    return Strange(name, tuple(map(_read_as, CHOICES[name])), instead=OWN_WORD)


READINGS = {
    "LOWER": {"contours-lower-by-distance": others("LOWER")},
    "FIRST_STEP_FROM_P": {
        "contours-step-uphill": [turned(4)],
        "contours-step-along-the-line": [turned(2), turned(-2)],
        "contours-step-to-the-goal": [turned(-1)],
        "contours-step-of-one-parameter": [turned(1)],
        "contours-step-away": [turned(3), turned(-3)],
    },
    "LEAVES_ITS_LINE": {
        "contours-leaves-along": [word("LEAVES_ITS_LINE", "along it")],
        "contours-leaves-by-rate": [word("LEAVES_ITS_LINE", "it depends on the learning rate")],
    },
    "STEEPEST": {
        "contours-long-is-steep": [word("STEEPEST", "along b")],
        "contours-steep-everywhere": [word("STEEPEST", "equally")],
    },
}


def with_words(**changed):
    """The right words, except for those of some rates: `with_words(r05="smooth")`."""
    words = tuple(
        changed.get(f"r{rate}".replace(".", ""), right) for rate, right in zip(RATES, RIGHT, strict=True)
    )
    return Says("BEHAVIOUR", words)


RATE_MODELS = {
    "contours-one-good-step": [with_words(r06="smooth"), with_words(r06="zigzag")],
    "contours-falling-is-smooth": [
        with_words(r05="smooth"),
        with_words(r05="smooth", r06="smooth"),
        with_words(r05="smooth", r06="zigzag"),
    ],
    "contours-swinging-is-exploding": [
        with_words(r05="explodes"),
        with_words(r025="explodes", r05="explodes"),
    ],
    "contours-large-enough-to-swing": [
        with_words(r025="zigzag"),
        with_words(r025="zigzag", r06="zigzag"),
        with_words(r025="zigzag", r05="explodes"),
    ],
    "contours-zigzag-and-explodes-swapped": [with_words(r05="explodes", r06="zigzag")],
    "contours-smooth-and-zigzag-swapped": [
        with_words(r01="zigzag", r025="zigzag", r05="smooth"),
        with_words(r025="zigzag", r05="smooth"),
        with_words(r01="zigzag", r05="smooth"),
    ],
    "contours-small-steps-swing": [with_words(r01="zigzag"), with_words(r01="zigzag", r025="zigzag")],
    "contours-small-steps-explode": [
        Says("BEHAVIOUR", RIGHT[::-1]),
        with_words(r01="explodes", r025="zigzag", r05="smooth", r06="smooth"),
        with_words(r01="explodes", r025="explodes", r05="zigzag", r06="smooth"),
        with_words(r01="explodes"),
    ],
    "contours-sum-for-mean-in-the-rates": [
        with_words(r01="zigzag", r025="explodes", r05="explodes"),
    ],
}


def reading(name, models):
    own = {f"contours-{name.lower().replace('_', '-')}-in-own-words": [own_words(name)]}
    return Answer(
        exercise="contours",
        about=name,
        checks=CHECKS[name],
        probe=probe_words,
        right=(word(name, TRUE[name]),),
        truth=READ,
        **worded(WORDS, {**own, **models}),
    )


def _as_table(words):
    return repr(dict(zip(RATES, words, strict=True)))


STUDIES = (
    Behaviour(
        exercise="contours",
        about="loss_table",
        checks=CHECKS["loss_table"],
        probe=probe_table,
        install=install.function,
        write=install.source_elsewhere,
        right=(reference.loss_table,),
        **worded(WORDS, TABLE_MODELS),
    ),
    *(reading(name, models) for name, models in READINGS.items()),
    Answer(
        exercise="contours",
        about="BEHAVIOUR",
        checks=CHECKS["BEHAVIOUR"],
        probe=probe_words,
        right=(Says("BEHAVIOUR", RIGHT),),
        truth=READ,
        write=_as_table,
        **worded(WORDS, RATE_MODELS),
    ),
)
