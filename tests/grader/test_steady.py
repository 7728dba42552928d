"""The checks of `backward` say the same each time, whatever order the children of a Value come in."""

from functools import partial
from random import Random

import hypothesis
import pytest

from grader.checking.examples import Examples, play
from tests import corpus
from tests.first_loop.misconceptions import backward, install
from tests.first_loop.steady import Trials

# A suite is decorated with the settings of the moment, and stays so for all who import it after us.
hypothesis.settings.load_profile("learning-loop")
from tests.first_loop import test_backward as checks  # noqa: E402  after the line that it needs

CHECKS = {name: check for name, check in vars(checks).items() if name.startswith("test_")}
EXAMPLES = Examples()


def written(member):
    """The `backward` of a member of the corpus."""
    names = {}
    exec((member.folder / "backward.py").read_text(), names)
    return names["backward"]


WRONG = {
    **{model.__name__: model for models in backward.MODELS.values() for model in models},
    **{m.name: written(m) for m in corpus.members("wrong") if (m.folder / "backward.py").exists()},
}
# It pops from a set of its own, whose order no shuffled children change; once in some hundred tries it is
# right by luck in a check. `python -m tests.corpus.steady` looks at it.
del WRONG["backward_pops_from_a_set"]


def outcome(check, Value, known):
    """What a check says of a class: its message and the graph beside it; None when it passes."""
    drawn = []
    asserts = partial(checks.assert_gradients_on, Trials(Value, lambda: None, known), drawn.append)
    fixtures = {"Value": Value, "assert_gradients": asserts}
    names = check.__code__.co_varnames if not hasattr(check, "hypothesis") else ()
    try:
        for example in EXAMPLES.of(check) or [None]:
            if example is None:
                check(
                    **{
                        name: fixtures[name]
                        for name in fixtures
                        if name in names[: check.__code__.co_argcount]
                    }
                )
            else:
                inner = check.hypothesis.inner_test
                wanted = inner.__code__.co_varnames[: inner.__code__.co_argcount]
                play(check, example, {name: fixtures[name] for name in fixtures if name in wanted})
    except RecursionError:
        return "RecursionError"
    except Exception as error:
        return f"{type(error).__name__}: {error}".split("\nFalsif")[0], drawn
    return None


def classes(model, kept):
    """The reference with `model` as its `backward`, anew each time, its children kept as `kept()` says."""
    return [install.method("backward", model, kept(seed))("engine").Value for seed in range(4)]


def in_sets(seed):
    random = Random(seed)
    return install.in_set(iter(lambda: random.random() < 0.5, None))


@pytest.mark.parametrize("name", WRONG)
def test_wrong_backward_is_told_the_same_in_any_order(name):
    """Each check passes each time or fails each time, with the same words and the same graph."""
    # Four classes meet their children in four different series of orders.
    known = [(Value, {}) for Value in classes(WRONG[name], in_sets)]
    for check in CHECKS.values():
        said = [repr(outcome(check, *engine)) for engine in known]
        assert len(set(said)) == 1, f"{check.__name__}: {said}"


def orders_shown(more):
    """The order of the children of each sum that `more(Value, shown)` adds, for each order that is tried."""
    found = []
    for modules in install.method_in_sets("backward", lambda self: None):
        found.append(shown := [])
        more(modules("engine").Value, shown)
    return [tuple(shown) for shown in found]


def add_one(Value, shown):
    shown.append(tuple(child.data for child in (Value(1.0) + Value(2.0))._prev))


@pytest.mark.parametrize("pairs", range(install.PAIRS + 1))
def test_each_order_of_the_children_is_tried_once(pairs):
    """As many orders as the pairs can have, and no order again for pairs that there are not."""
    tried = orders_shown(lambda *code: [add_one(*code) for _ in range(pairs)])
    assert len(tried) == len({*tried}) == 2**pairs


def test_orders_of_pairs_that_only_some_orders_lead_to_are_tried():
    """Code that goes on only when its first pair is turned round shows its second pair in both orders."""

    def goes_on_when_turned(Value, shown):
        add_one(Value, shown)
        if shown[0] == (2.0, 1.0):
            add_one(Value, shown)

    there, back = (1.0, 2.0), (2.0, 1.0)
    assert {*orders_shown(goes_on_when_turned)} == {(there,), (back, there), (back, back)}
