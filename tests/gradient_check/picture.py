"""The picture of the lesson: how wrong a measured slope is, against the size of the nudge."""

from grader.checks import close, stroke
from tests.gradient_check import nudges

WINDOW = (-14.5, -0.5, -13, 1)  # powers of ten: h from, to; relative error from, to


def errors(yours):
    """Strokes for both kinds of slope: the line that is due, and the student's own where it is another.

    `yours` maps a kind to pairs (h, relative error).
    """
    strokes = []
    for kind, error in (("forward", nudges.forward), ("central", nudges.central)):
        due = [(10.0**-power, error(10.0**-power)) for power in nudges.POWERS]
        if _smooth(yours[kind]) != close(_smooth(due), rel=0.1):  # less is not seen on such a scale
            strokes.append(stroke(f"{kind}, expected", "line", due))
        strokes.append(stroke(f"{kind}, yours", "path", yours[kind]))
    return strokes


def _smooth(errors):
    """The part of a line that does not hang on the last digits of a float."""
    return [error for h, error in errors if h > 1e-5]
