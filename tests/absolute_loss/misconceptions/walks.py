"""What can be seen of both loops: where the parameter goes, and what the rows say of it."""

from grader.misconceptions import plain
from tests.absolute_loss.misconceptions.seen import sequence, show

LOSSES = {  # all but one take plain numbers as well, and it shows what comes of that
    "bowl": "def bowl(w):\n    return (w * 2.5 - 9.0) ** 2\n",
    "wide": "def wide(w):\n    return (w * 0.5 + 3.0).square() + 1.0\n",
    "vee": "def vee(w):\n    return ((w * 2.0 - 7.0) ** 2) ** 0.5\n",
}
RUNS = (  # start, loss, lr and steps; none of them meets the kink
    (1.25, "bowl", 0.03, 4),
    (-2.0, "wide", 0.3, 1),
    (1.0, "vee", 0.3, 12),  # across the kink and back, again and again
    (5, "bowl", 0.19, 3),  # uphill in the end
    (3.605, "bowl", 0.03, 3),  # but this one is there already
)
RUNS_WITH_DECAY = (  # and decay
    (1.25, "bowl", 0.03, 0.6, 5),
    (1.0, "vee", 0.53, 0.25, 12),
    (-2.0, "wide", 1.7, 1.5, 4),
    (5, "bowl", 0.19, 0.4, 3),
    (3.605, "bowl", 0.03, 0.7, 3),
)


def probe(modules):
    """Some runs, with everything that they leave behind."""
    return _runs(modules, modules("losses").train, RUNS)


def probe_with_decay(modules):
    """The same with rates that get smaller."""
    return _runs(modules, modules("losses").train_with_decay, RUNS_WITH_DECAY)


def _runs(modules, train, runs):
    Value, losses = modules("engine").Value, _losses(modules)
    start, loss, *numbers = runs[0]
    first, again = (show(_length, Value, train, start, losses[loss], *numbers) for _ in range(2))
    if type(first) is type(again) is int and first < again:
        return "remembers"  # what, depends on who has called before
    return tuple(show(_run, Value, train, start, losses[loss], *numbers) for start, loss, *numbers in runs)


def probe_movement(modules):
    """Where the parameter ends after one step, two …: for loops whose rows are wrong in their own way."""
    return _movements(
        modules, modules("losses").train, {"bowl": (1.25, 0.03), "vee": (1.0, 0.53), "wide": (-5.2, 0.3)}
    )


def probe_movement_with_decay(modules):
    """The same with rates that get smaller."""
    starts = {"bowl": (1.25, 0.03, 0.6), "vee": (1.0, 1.53, 0.25), "wide": (-5.2, 0.3, 0.6)}
    return _movements(modules, modules("losses").train_with_decay, starts)


def _movements(modules, train, starts):
    Value, losses = modules("engine").Value, _losses(modules)
    runs = [(losses[name], *start, steps) for name, start in starts.items() for steps in (1, 2, 4, 5)]
    return tuple(show(_movement, Value, train, start, loss, *numbers) for loss, start, *numbers in runs)


def _losses(modules):
    return {name: modules.define(source, name) for name, source in LOSSES.items()}


def _movement(Value, train, *run):
    return _run(Value, train, *run)[1:]


def _run(Value, train, start, loss, *numbers):
    parameter = Value(start)
    history = train(parameter, loss, *numbers)
    return _rows(history), plain(parameter.data), plain(parameter.grad)


def _length(Value, train, start, *given):
    return len(sequence(train(Value(start), *given)))


def _rows(history):
    """What was returned, with every row a tuple, whatever kind of sequence the student chose."""
    told = sequence(history)
    return told if type(told) is not tuple or type(history) is dict else tuple(map(sequence, history))
