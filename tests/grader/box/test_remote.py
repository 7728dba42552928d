"""Stand-ins do what checks need, and what arrives is a value or the end of a check."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.box import wire
from grader.box.remote import Conversation, RemoteObject
from grader.student import Stopped, StudentError
from tests.fuzzing import fuzz
from tests.grader.box.test_wire import forms, texts

ENDS = (Stopped, StudentError)


class Asked:
    """An end of the wire that gives prepared answers and remembers what it was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.requests = []

    def __call__(self, op, arguments):
        self.requests.append((op, arguments))
        return ["0", *(self.answers.pop(0) if self.answers else ("ok", ["h", 9]))]


def module(*answers):
    """A stand-in for a module whose next answers are these."""
    asked = Asked(("ok", ["h", 1]), *answers)
    return Conversation(asked).module("engine"), asked


def test_attributes_calls_and_operators_are_requests():
    """What a check does to a stand-in is asked in the words of the protocol."""
    engine, asked = module(("ok", ["h", 2]), ("ok", ["h", 3]), ("ok", ["h", 4]), ("ok", 7.0), ("ok", None))
    value = engine.Value(2.0)
    assert (3.0 * value).data == 7.0
    value.grad = 1.0
    ops = [(op, arguments[1:]) for op, arguments in asked.requests]
    assert ops == [
        ("import", ["engine"]),
        ("get", [["h", 1], "Value"]),
        ("call", [["h", 2], ["t", 2.0], ["d"]]),
        ("op", ["mul", 3.0, ["h", 3]]),
        ("get", [["h", 4], "data"]),
        ("set", [["h", 3], "grad", 1.0]),
    ]


def test_objects_in_a_list_keep_their_names_in_the_example():
    """A call with a list of objects is shown as one types it, with all that happened to them before."""
    handles = [("ok", ["h", number]) for number in (2, 3, 4, 5)]
    asked = Asked(("ok", ["h", 1]), *handles, ("ok", None), ("ok", 3.0))
    conversation = Conversation(asked)
    engine = conversation.module("engine")
    value = engine.Value
    a, b = value(2.0), value(5.0)
    engine.update([a, b], ((a, 0.5),))
    assert a.data == 3.0
    assert conversation.trace.render().splitlines()[1:] == [
        "a = Value(2.0)",
        "b = Value(5.0)",
        "update([a, b], ((a, 0.5),))",
        "print(a.data)  # 3.0",
    ]


def test_it_is_nothing_but_itself():
    """No truth value, no number, no equal, no order: a check has to look at numbers."""
    engine, _ = module()
    for use in (bool, float, int, math.isfinite, lambda e: e < 1, lambda e: f"{e:g}", lambda e: e @ e):
        with pytest.raises(TypeError):
            use(engine)
    assert engine != 1 and engine != engine.other and engine == engine


def test_a_missing_attribute_is_missing():
    """A student's AttributeError is one here, so `hasattr` works."""
    engine, _ = module(("raised", ["AttributeError", "Exception"], "no such thing", []))
    assert not hasattr(engine, "square")


@pytest.mark.parametrize(
    "dunder", ["__dict__", "__wrapped__", "__array__", "__dataclass_fields__", "__fspath__"]
)
def test_special_names_are_not_asked_for(dunder):
    """What Python and its libraries look for on any object stays on this side."""
    engine, asked = module()
    assert not hasattr(engine, dunder)
    assert len(asked.requests) == 1


def test_only_plain_values_and_stand_ins_are_handed_over():
    """A check that hands over anything else is wrong, and is told so."""
    engine, _ = module(("ok", ["h", 2]))
    with pytest.raises(TypeError, match="cannot hand a"):
        engine.train(print)


@fuzz(200)
@given(answer=forms)
@example(answer=["d", [["h", 1], ["h", 1]]])
def test_whatever_is_given_back(answer):
    """A value of exact types with stand-ins in it, or the end of the check: nothing else."""
    engine, _ = module(("ok", answer))
    try:
        found = engine.thing
    except Stopped as stop:
        assert stop.status == "invalid"
    else:
        assert_exact(found)


def assert_exact(value):
    if type(value) in (list, tuple):
        for item in value:
            assert_exact(item)
    elif type(value) is dict:
        for pair in value.items():
            assert_exact(pair)
    else:
        assert value is None or type(value) in (bool, int, float, str, RemoteObject)


classes = st.sampled_from(["KeyError", "SystemExit", "OSError", "\ud800", "__import__"])
place = st.tuples(texts, st.integers(), texts).map(list)


@fuzz(200)
@given(
    names=st.lists(texts | classes, max_size=4) | forms,
    message=texts | st.just("\ud800") | forms,
    places=st.lists(place, max_size=3) | forms,
)
def test_whatever_is_raised(names, message, places):
    """A StudentError with whole texts and lines that are numbers, or the end of the check."""
    engine, _ = module(("raised", names, message, places))
    with pytest.raises(ENDS) as raised:
        engine.thing  # noqa: B018
    error = raised.value
    if isinstance(error, StudentError):
        text = f"{error.type_name}{error.message}{''.join(map(str, error.places))}"
        text.encode("utf-8")
        assert len(error.places) <= 20 and len(error.message) <= 20_000


@fuzz(200)
@given(frame=forms)
@example(frame=["0"])
@example(frame=["0", "ok", 1, 2])
def test_whatever_frame_comes(frame):
    """A frame of another shape is the end of the check; the conversation itself survives."""
    heard = []
    conversation = Conversation(lambda *_: frame if type(frame) is list else [frame], heard.append)
    try:
        conversation.request("get", "x")
    except ENDS as end:
        assert heard == ([end] if isinstance(end, Stopped) else [])


def test_a_length_is_a_length():
    """No more than may cross, because list() and tuple() make room for as much as `len` says."""
    engine, _ = module(("ok", 3), ("ok", wire.MAX_ITEMS + 1))
    assert len(engine) == 3
    with pytest.raises(TypeError):
        len(engine)


def test_a_text_of_the_suite_is_a_request_and_gives_a_stand_in():
    """It goes into a call like any other object of the box."""
    asked = Asked(("ok", ["h", 1]), ("ok", ["h", 2]), ("ok", ["h", 3]), ("ok", 6.0))
    conversation = Conversation(asked)
    slopes, f = conversation.module("slopes"), conversation.define("f = lambda x: x * x", "f")
    assert slopes.slope(f, 3.0) == 6.0
    assert [(op, arguments[1:]) for op, arguments in asked.requests][1:] == [
        ("define", ["f = lambda x: x * x", "f"]),
        ("get", [["h", 1], "slope"]),
        ("call", [["h", 3], ["t", ["h", 2], 3.0], ["d"]]),
    ]
    lines = ["from slopes import slope", "f = lambda x: x * x", "print(slope(f, 3.0))  # 6.0"]
    assert conversation.trace.render().splitlines() == lines


def test_what_a_check_defines_is_an_object_or_the_end_of_grading():
    """A box that has something else in its place has been tampered with."""
    with pytest.raises(Stopped) as stop:
        Conversation(Asked(("ok", 5.0))).define("f = lambda x: x", "f")
    assert stop.value.status == "invalid"
