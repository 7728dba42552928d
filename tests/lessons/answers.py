"""Reading what a student wrote down: numbers in whatever way they are written, and words."""

LARGEST = 1e6  # beyond it two decimals can no longer tell a number from one beside it
LONGEST = 12  # characters of a number in quotes


def plain(word):
    """A word in small letters and without spaces around it; anything else as it is."""
    return word.strip().lower() if type(word) is str else word


def in_quotes(answer):
    """The number that stands in quotes, "25" or "10,625"; None where there is none."""
    if type(answer) is not str or len(answer) > LONGEST:
        return None
    try:
        return float(answer.replace(",", ".").replace("−", "-"))
    except ValueError:
        return None


def unquoted(answer):
    """The number that stands in quotes; everything else as it is."""
    number = in_quotes(answer)
    return answer if number is None else number


def with_comma(answer):
    """The number with a decimal comma, which Python takes for two numbers; None where there is none."""
    if type(answer) not in (list, tuple) or [type(part) for part in answer] != [int, int]:
        return None
    whole, decimals = answer
    return float(f"{whole}.{decimals}") if abs(whole) < LARGEST and 0 <= decimals < LARGEST else None


def commas_meant(answer):
    """What a decimal comma may stand for, as a list: −0,7 has lost its minus, and may be −0.7 or 0.7."""
    number = with_comma(answer)
    return [] if number is None else [number] if answer[0] else [number, -number]


def meant(answer):
    """The number that an answer stands for, in whatever way it is written; None where it is no number."""
    ways = (answer if type(answer) in (int, float) else None, in_quotes(answer), with_comma(answer))
    return next((number for number in ways if number is not None), None)


class OwnNumbers:
    """What a later answer builds on: the student's own numbers, and the `true` ones where there is none.

    `read(name)` gives an answer as the student wrote it.
    """

    def __init__(self, read, true):
        self.read = read
        self.true = true

    def __getattr__(self, name):
        if name not in self.true:
            raise AttributeError(name)
        number = meant(self.read(name))
        return number if number is not None and abs(number) < LARGEST else self.true[name]
