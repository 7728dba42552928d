"""Exercise `outlier`: where two losses are lowest, what a wild reading does to that, and which loss to want.

Whoever takes the mean for the median takes the median for the mean, and has paid for that once. So has
whoever finds both places of one loss by the same wrong rule: how far apart they are follows from it.
"""

import pytest

from grader.checks import close, described, is_number, todo
from tests.absolute_loss import picture, ways
from tests.absolute_loss.wishes import AFTER, BEFORE, DUE, QUESTIONS
from tests.lessons.answers import LARGEST, meant

WORDS = ("absolute", "squared")
SQUARED = tuple(map(ways.squared_lowest_at, (BEFORE, AFTER)))
ABSOLUTE = tuple(map(ways.absolute_lowest_at, (BEFORE, AFTER)))


def near(due):
    return close(due, rel=1e-6, abs=0.006)


def answered(outlier, name):
    """The student's answer; one that is still None is to do."""
    found = getattr(outlier, name)
    if found is None:
        todo(f"{name} is still None")
    return found


def own(outlier, name):
    """The number that an earlier answer stands for; None where there is none to build on."""
    found = meant(getattr(outlier, name, None))
    return found if found is not None and abs(found) < LARGEST else None


def swapped(outlier):
    """Whether the median stands where the mean should."""
    return own(outlier, "SQUARED_LOWEST_AT") == near(ABSOLUTE[0])


def halfway(readings):
    return (min(readings) + max(readings)) / 2


def mean_over(count):
    """The rule of whoever divides the sum by `count`: 1 is the sum itself."""
    return lambda readings: sum(readings) / count


MISCOUNTS = (1, *(len(BEFORE) + by for by in (-1, 1)))
SQUARED_RULES = (halfway, *map(mean_over, MISCOUNTS))  # ways to find a wrong lowest place
ABSOLUTE_RULES = (halfway, ways.squared_lowest_at)


def moves_by_rule(found, rules):
    """How far a lowest place moves by the wrong rule that has led to the first one."""
    return [rule(AFTER) - rule(BEFORE) for rule in rules if found is not None and found == near(rule(BEFORE))]


def assert_counts(outlier, name, due, method):
    found = answered(outlier, name)
    assert any(found == near(each) for each in due), f"{name} is {described(found)}, but {method}"


@pytest.mark.weight(4)
def test_squared_lowest_at(outlier, plot):
    """The mean of squared losses is lowest where the pulls of all readings cancel."""
    draw(outlier, plot)
    found = answered(outlier, "SQUARED_LOWEST_AT")
    method = "b should be a number at which the readings' pulls cancel"
    if is_number(found):
        up, down = sum(y - found for y in BEFORE if y > found), sum(found - y for y in BEFORE if y < found)
        method = f"there the readings above pull with {up:g} in all, and those below with {down:g}"
    assert_counts(outlier, "SQUARED_LOWEST_AT", (SQUARED[0],), method)


@pytest.mark.weight(4)
def test_absolute_lowest_at(outlier):
    """The mean of absolute losses is lowest where as many readings pull up as down."""
    found = answered(outlier, "ABSOLUTE_LOWEST_AT")
    method = "b should be a number with as many readings above it as below"
    if is_number(found):
        up, down = sum(y > found for y in BEFORE), sum(y < found for y in BEFORE)
        method = f"there {up} readings pull up and {down} pull down, all equally hard"
    due = (ABSOLUTE[0], SQUARED[0]) if swapped(outlier) else (ABSOLUTE[0],)
    assert_counts(outlier, "ABSOLUTE_LOWEST_AT", due, method)


@pytest.mark.weight(2)
def test_squared_moves_by(outlier):
    """A wild reading drags the lowest place of the squared loss along."""
    first = own(outlier, "SQUARED_LOWEST_AT")
    due = [SQUARED[1] - SQUARED[0]]
    if swapped(outlier):
        due.append(ABSOLUTE[1] - ABSOLUTE[0])
    elif first is not None and first != near(SQUARED[1]):
        due += [SQUARED[1] - first, *moves_by_rule(first, SQUARED_RULES)]
    method = "where do the pulls of 1, 2, 3, 4, 70 cancel, and how far is that from where they did before?"
    assert_counts(outlier, "SQUARED_MOVES_BY", due, method)


@pytest.mark.weight(2)
def test_absolute_moves_by(outlier):
    """A reading that was above and is still above pulls no harder than before."""
    due = [ABSOLUTE[1] - ABSOLUTE[0]]
    if swapped(outlier):
        due.append(SQUARED[1] - SQUARED[0])
    if own(outlier, "SQUARED_MOVES_BY") == near(SQUARED[1]):  # where it moved to, in both answers
        due.append(ABSOLUTE[1])
    due += moves_by_rule(own(outlier, "ABSOLUTE_LOWEST_AT"), ABSOLUTE_RULES)
    method = "for 1, 2, 3, 4, 70 as for 1, 2, 3, 4, 40: how many readings are above it, and how many below?"
    assert_counts(outlier, "ABSOLUTE_MOVES_BY", due, method)


def draw(outlier, plot):
    """The readings before and after, with a line for each of the two numbers that the student named."""
    names = {"squared": "SQUARED", "absolute": "ABSOLUTE"}
    at = {word: own(outlier, f"{name}_LOWEST_AT") for word, name in names.items()}
    by = {word: own(outlier, f"{name}_MOVES_BY") for word, name in names.items()}
    known = {word: place for word, place in at.items() if place is not None}
    moved = {word: place + by[word] for word, place in known.items() if by[word] is not None}
    for readings, lines in ((BEFORE, known), (AFTER, moved)):
        if lines:
            told = {f"your best b, {word} loss: {place:.6g}": place for word, place in lines.items()}
            title = f"The readings {', '.join(map(str, readings))}"
            window = (0.5, len(readings) + 0.5, -5, 75)
            plot(title, "reading", "value", picture.among(readings, told), window=window)


# --- which loss fits the wish ------------------------------------------------------------------------------


def read_as(written):
    """A word or a sentence in small letters, with single spaces; anything else as it is."""
    return " ".join(written.replace("-", " ").lower().split()) if type(written) is str else written


@pytest.mark.weight(2)
@pytest.mark.parametrize("wish", DUE, ids=["wild", "average", "four_times", "as_many"])
def test_which(outlier, remark, wish):
    """You know which loss to take when this is what is wanted."""
    table = outlier.WHICH
    assert type(table) is dict, "WHICH should be a dict from wish to word"
    entries = [(key, word) for key, word in table.items() if read_as(key) == wish]
    assert entries, f'WHICH has no entry "{wish}"'
    key, written = entries[0]
    if written is None:
        todo(f'WHICH["{wish}"] is still None')
    word = read_as(written)
    word = word.removesuffix(" loss") if type(word) is str else word
    assert word in WORDS, f'WHICH["{wish}"] is {described(written)}; it should be "absolute" or "squared"'
    assert word == DUE[wish], f'"{wish}": that is no wish for "{word}"; {QUESTIONS[wish]}'
    if key != wish or written != word:
        remark(f'`WHICH["{wish}"]` was read as "{word}"')
