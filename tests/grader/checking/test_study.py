"""A study names the one mistake that shows what was observed, and is silent where in doubt."""

from types import SimpleNamespace

import pytest

from grader.checking.study import Alike, Answer, Behaviour, Misconception, Study, living_in, worded
from grader.doors.outline import Outline
from grader.errors import KitError


class Fixed(Study):
    """A study whose models are what they show."""

    def predict(self, model, observed):
        return model


def study(*misconceptions, alike=()):
    return Fixed(
        exercise="e", about="f", probe=str, right=(0,), misconceptions=misconceptions, alike=tuple(alike)
    )


def mistake(slug, *models, clue=None):
    return Misconception(slug=slug, looks_like="", why="", question="", models=models, clue=clue)


def group(slug, *slugs):
    return Alike(slug=slug, looks_like="", why="", question="", slugs=frozenset(slugs))


def test_one_fitting_model_is_named():
    """Exactly one misconception shows what was observed."""
    assert study(mistake("a", 1), mistake("b", 2)).explain(2, Outline()).slug == "b"


def test_right_behaviour_is_never_explained():
    """What a right solution shows is not wrong, whatever a model may show."""
    assert study(mistake("a", 0)).explain(0, Outline()) is None


def test_unknown_behaviour_is_not_explained():
    """No model fits: nothing is said."""
    assert study(mistake("a", 1)).explain(7, Outline()) is None


def test_two_fitting_models_are_not_guessed_between():
    """Two misconceptions fit and are no known look-alikes: nothing is said."""
    assert study(mistake("a", 1), mistake("b", 1)).explain(1, Outline()) is None


def test_look_alikes_are_told_by_what_they_share():
    """Several look-alikes fit, and the source does not decide: the group speaks."""
    known = study(mistake("a", 1), mistake("b", 1), alike=[group("ab", "a", "b")])
    assert known.explain(1, Outline()).slug == "ab"


def test_source_breaks_a_tie():
    """Of look-alikes, the one whose clue is in the source is named."""
    source = Outline.of([["function", "f", 1, 3], ["call", "g", 2, 2]])
    known = study(mistake("a", 1, clue=lambda s: s.has("call", "g")), mistake("b", 1))
    assert known.explain(1, source).slug == "a"


def test_two_clues_are_not_guessed_between():
    """Where the source speaks for two look-alikes, the group speaks."""
    known = study(
        mistake("a", 1, clue=lambda _: True),
        mistake("b", 1, clue=lambda _: True),
        alike=[group("ab", "a", "b")],
    )
    assert known.explain(1, Outline()).slug == "ab"


def test_group_speaks_for_its_members_only():
    """A fit from outside of the group: nothing is said."""
    known = study(mistake("a", 1), mistake("b", 1), mistake("c", 1), alike=[group("ab", "a", "b")])
    assert known.explain(1, Outline()) is None


def test_missing_clue_keeps_a_lone_fit_silent():
    """Where a clue is needed, behaviour alone names nothing."""
    assert study(mistake("a", 1, clue=lambda s: s.has("call", "g"))).explain(1, Outline()) is None


def test_odd_answer_elsewhere_does_not_matter():
    """A model that cannot compute with a student's answers predicts nothing."""
    known = Answer(
        exercise="e",
        about="B",
        probe=str,
        truth={},
        right=(lambda a: 1,),
        misconceptions=(mistake("a", lambda a: 2 * a["A"] + 1),),
    )
    assert known.explain({"A": None, "B": 3}, Outline()) is None
    assert known.explain(("raised", "TypeError", ""), Outline()) is None


def test_probe_hands_functions_of_its_own_to_a_model():
    """A model is called with what the probe defines, as the student's code is."""
    known = Behaviour(
        exercise="e",
        about="f",
        probe=lambda reach: reach("m").f(reach.define("twice = lambda x: 2 * x", "twice")),
        install=lambda about, model: lambda name: SimpleNamespace(**{about: model}),
        write=lambda about, model: "",
        right=(lambda f: f(3),),
        misconceptions=(mistake("a", lambda f: f(4)),),
    )
    assert known.explain(8, Outline()).slug == "a"
    assert known.explain(6, Outline()) is None


def drawn_as(curve, *misconceptions):
    """A study of code whose models are numbers, and whose figure is `curve` of the modules."""
    return Behaviour(
        exercise="e",
        about="f",
        probe=lambda modules: modules("m"),
        install=lambda about, model: lambda name: model,
        write=lambda about, model: "",
        right=(0,),
        misconceptions=misconceptions,
        curve=curve,
    )


def test_curve_is_that_of_the_model_that_fits():
    """Of several ways to make the same mistake, the one that shows what was observed is drawn."""
    wrong = mistake("a", 1, 2)
    known = drawn_as(lambda modules: [modules("m"), 5], wrong)
    assert known.curve_of(known.explain(2, Outline()), 2) == (2.0, 5.0)


@pytest.mark.parametrize("curve", [None, lambda modules: 1 / 0, lambda modules: ["text"], lambda modules: 7])
def test_what_is_no_line_is_not_drawn(curve):
    """A model that raises, or gives anything but numbers, has no curve; nor has a group of look-alikes."""
    known = drawn_as(curve, mistake("a", 1))
    assert known.curve_of(mistake("a", 1), 1) == ()
    assert drawn_as(lambda modules: [1.0]).curve_of(group("ab", "a", "b"), 1) == ()


def test_list_that_survives_survives_one_probe_only():
    """A model's mutable default is made anew each time the model is put to work."""

    def remembers(item, items=[]):  # noqa: B006
        items.append(item)
        return list(items)

    first = living_in({"list": list}, remembers)
    assert (first(1), first(2)) == ([1], [1, 2])
    assert living_in({"list": list}, remembers)(3) == [3]


def test_missing_text_is_the_authors_fault(tmp_path):
    """A model without words is a KitError that says which."""
    words = tmp_path / "words.toml"
    words.write_text("")
    with pytest.raises(KitError, match="has no text for some-slug"):
        worded(words, {"some-slug": []})
