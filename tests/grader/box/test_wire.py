"""The protocol: what crosses comes back the same, and nothing else crosses."""

import json
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.box import wire
from tests.fuzzing import fuzz

finite = st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
integers = st.integers(-(2**wire.MAX_INT_BITS) + 1, 2**wire.MAX_INT_BITS - 1)
plain = st.none() | st.booleans() | integers | st.floats(allow_nan=False) | texts
keys = plain | st.tuples(plain, plain)
values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.lists(inner, max_size=5).map(tuple)
        | st.dictionaries(keys, inner, max_size=5)
    ),
    max_leaves=20,
)
# What a JSON parser can make of anything at all: the forms of the wire among them, and much else.
tags = st.sampled_from(["l", "t", "d", "f", "h", "ok", "raised", "nan", "inf", ""])
forms = st.recursive(
    plain | tags | finite,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(tags, inner).map(list)
        | st.lists(st.lists(inner, min_size=2, max_size=2), max_size=3).map(lambda pairs: ["d", *pairs])
        | st.dictionaries(texts, inner, max_size=2)
    ),
    max_leaves=25,
)


class Odd:
    """Nothing that the wire knows."""


def there_and_back(value):
    objects = []
    line = wire.dump_line([wire.encode(value, lambda o: objects.append(o) or len(objects) - 1)])
    (form,) = wire.parse_line(line)
    return wire.decode(form, objects.__getitem__)


@fuzz(200)
@given(value=values)
@example(value=-0.0)
@example(value={(): {}, (1, None): [()]})
@example(value=2**wire.MAX_INT_BITS - 1)
def test_plain_values_come_back_the_same(value):
    """Equal, of the same types all the way down, and over one line of ASCII."""
    found = there_and_back(value)
    assert repr(found) == repr(value)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_special_floats_cross_by_name(number):
    """NaN and the infinities, which JSON has not, come back as themselves."""
    assert repr(there_and_back([number])) == repr([number])


class Truth(int):
    pass


class Real(float):
    pass


class Words(str):
    pass


class Items(list):
    pass


class Pair(tuple):
    pass


class Table(dict):
    pass


ODD = [Truth(1), Real(1.0), Words("a"), Items(), Pair(), Table(), Odd(), Odd, len, b"", {1}, 1j, bytearray()]


@pytest.mark.parametrize("thing", ODD, ids=lambda thing: type(thing).__name__)
def test_everything_else_crosses_as_a_handle(thing):
    """An instance of a subclass stays where it is, like any other object."""
    assert there_and_back([thing])[0] is thing
    assert wire.encode(thing, lambda _: 7) == ["h", 7]


TOO_MUCH = {
    "digits": 2**wire.MAX_INT_BITS,
    "text": "x" * (wire.MAX_TEXT + 1),
    "items": [None] * (wire.MAX_ITEMS + 1),
    "dict": dict.fromkeys(range(wire.MAX_PAIRS + 1)),
    "half a character": "\ud800",
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_refused(name):
    """Where it would be sent, with a word about what there is too much of."""
    with pytest.raises(wire.WireError, match=name.split()[0]):
        wire.encode([TOO_MUCH[name]], None)


def test_twenty_levels_are_deep_enough():
    """Twenty lists in each other cross; twenty-one do not, and neither does a list in itself."""
    deep = []
    for _ in range(wire.MAX_DEPTH - 1):
        deep = [deep]
    assert there_and_back(deep) == deep
    with pytest.raises(wire.WireError, match="nested"):
        wire.encode([deep], None)
    deep.append(deep)
    with pytest.raises(wire.WireError, match="nested"):
        wire.encode(deep, None)


@fuzz(300)
@given(form=forms)
@example(form=["d", [["l"], 1]])
@example(form=["d", [["d"], 1]])
@example(form=["h", True])
@example(form=["h", -1])
@example(form=["h", 2**53])
@example(form=["f", ["l"]])
@example(form=[["l"]])
def test_no_form_breaks_the_decoder(form):
    """Whatever JSON brings is a value of exact plain types and handles, or a WireError: nothing else."""
    try:
        found = wire.decode(form, lambda number: ("handle", number))
    except wire.WireError:
        return
    assert_plain(found)


def assert_plain(value):
    if type(value) in (list, tuple):
        for item in value:
            assert_plain(item)
    elif type(value) is dict:
        for pair in value.items():
            assert_plain(pair)
    else:
        assert value is None or type(value) in (bool, int, float, str)


@fuzz(300)
@given(line=st.binary(max_size=300) | st.text('[]{}",:\\0 1eEnultrfsh-.', max_size=200).map(str.encode))
@example(line=b"[" * 100_000)
@example(line=b'["' + b"\\" * 100_001)
@example(line=b"[NaN]")
@example(line=b"[" + b"9" * 10_000 + b"]")
@example(line="[\u0661]".encode())
def test_no_line_breaks_the_parser(line):
    """Whatever bytes come, they are a frame or a WireError, and what is a frame can be decoded or not."""
    try:
        frame = wire.parse_line(line)
    except wire.WireError:
        return
    assert type(frame) is list
    for form in frame:
        test_no_form_breaks_the_decoder.hypothesis.inner_test(form)


@fuzz(100)
@given(depth=st.integers(1, 60), text=st.text('[]{}"\\', max_size=20))
def test_brackets_in_texts_do_not_count(depth, text):
    """Nesting is capped by the brackets that nest; those inside of a text are letters."""
    frame = text * 20
    for _ in range(depth):
        frame = [frame]
    line = json.dumps(frame).encode()
    if depth > 2 * wire.MAX_DEPTH + 4:
        with pytest.raises(wire.WireError, match="nested"):
            wire.parse_line(line)
    else:
        assert wire.parse_line(line) == frame


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"1", b"null", b"[1", b"[1]]", b"[Infinity]", b"\xff", b"[1] 2"]
)
def test_what_is_no_frame(line):
    """One JSON array a line, in ASCII, with nothing before or after."""
    with pytest.raises(wire.WireError):
        wire.parse_line(line)


def test_equal_keys_of_a_dict_are_one():
    """As in Python: True is the key 1."""
    assert wire.decode(["d", [1, "a"], [True, "b"]], None) == {1: "b"}


items = st.lists(st.tuples(values.map(lambda value: wire.encode(value, None)), st.booleans()), min_size=1)


@fuzz(200)
@given(items=items)
@example(items=[([], True)])
@example(items=[(12, False), ("],[", True), (["l"], False)])
def test_only_what_is_not_due_is_parsed(items):
    """What is due is not looked into; everything else comes as `parse_line` would read it."""
    whole = [form for form, _ in items]
    line = wire.dump_line(["7", "ok", whole])[:-1]
    due = [wire.dump_line([form])[1:-2] if is_due else b"1" for form, is_due in items]
    found = wire.parse_items(line, b'["7","ok",[', due, b"]]")
    for item, form, text in zip(found, whole, due, strict=True):
        is_due = wire.dump_line([form])[1:-2] == text
        assert item is wire.AS_DUE if is_due else repr(item) == repr(form)


@pytest.mark.parametrize(
    "line",
    [
        b'["7","ok",[1,2]] ',
        b'["7","ok",[1, 2]]',
        b'["7","ok",[1,2],3]',
        b'["7","ok",[1]]',
        b'["7","ok",[1,2,3]]',
        b'["7","ok",[1,NaN]]',
        b'["8","ok",[1,2]]',
        b'["7","ok",[1,"\xe9"]]',
        b'["7","ok",[1,"2]]',
        b'["7","ok",[1,%b%b]]' % (b"[" * 9_000, b"]" * 9_000),
        b'["7","ok",[1,%b%b]]' % (b"[" * (wire.DEEPEST + 1), b"]" * (wire.DEEPEST + 1)),
        b"",
    ],
)
def test_a_line_of_another_form_has_no_items(line):
    """Nothing of it counts as due."""
    assert wire.parse_items(line, b'["7","ok",[', [b"1", b"0"], b"]]") is None
