"""The host answers whatever it is asked, about whatever student code is, with a frame that can be read."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.box import host, standing_in, wire
from tests.fuzzing import fuzz
from tests.grader.box.test_wire import keys, texts, values


@pytest.fixture
def serve(tmp_path, monkeypatch):
    """`serve({"name": source})`: a host of these modules, and a way to ask it one thing after another."""
    monkeypatch.setattr(sys, "meta_path", sys.meta_path.copy())

    def start(files):
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(text)
        served = host.Host(str(tmp_path))
        sys.meta_path.insert(0, served.modules)
        ask(served, "fresh", {}, {})
        return served

    yield start
    for name in [
        n for n, m in sys.modules.items() if getattr(m, "__file__", "") and str(tmp_path) in m.__file__
    ]:
        del sys.modules[name]


def ask(served, op, *arguments):
    """One request as it crosses the wire, and the answer as it does."""
    request = wire.dump_line(["7", op, wire.encode(list(arguments), lambda o: o.number)])
    number, *answer = wire.parse_line(wire.fitting(served.answer(wire.parse_line(request)), 1 << 20))
    assert number == "7"
    return answer


class Handle:
    """Stands for an object of the host."""

    def __init__(self, answer):
        self.number = answer[1][1]


def module(served, name):
    return Handle(ask(served, "import", name))


def test_modules_import_each_other_and_are_made_anew(serve):
    """Siblings are importable; after `fresh` a module runs again, and old objects are gone."""
    served = serve({"one": "import two\ntwo.values.append(1)\nvalues = two.values", "two": "values = []"})
    for _ in range(2):
        one = module(served, "one")
        assert ask(served, "get", one, "values") == ["ok", ["l", 1]]
        ask(served, "fresh", {}, {})
        assert ask(served, "get", one, "values")[1][0] == "KeyError"


def test_working_code_takes_the_place_of_a_file(serve, monkeypatch):
    """A replaced module is the given source; a patched one has single names of it."""
    monkeypatch.setattr(host, "put", standing_in.put)  # as in a box
    served = serve({"one": "def f(): return 'own'\ndef g(): return 'own'", "two": "x = 'own'"})
    ask(
        served,
        "fresh",
        {"two": "x = 'ours'"},
        {"one": {"def f(): return 'ours'\ndef g(): return 'ours'": "f"}},
    )
    one, two = module(served, "one"), module(served, "two")
    assert ask(served, "get", two, "x") == ["ok", "ours"]
    for name, whose in (("f", "ours"), ("g", "own")):
        assert ask(served, "call", Handle(ask(served, "get", one, name)), (), {}) == ["ok", whose]


def test_errors_come_with_their_lines(serve):
    """Type names from the class up, text, and the lines of the student's files from the outside in."""
    served = serve({"one": "def f():\n    g()\n\ndef g():\n    raise ValueError('so')\n"})
    found = ask(served, "call", Handle(ask(served, "get", module(served, "one"), "f")), (), {})
    places = [["one.py", 2, "f"], ["one.py", 5, "g"]]
    assert found == ["raised", ["ValueError", "Exception", "BaseException", "object"], "so", places]


def test_a_syntax_error_has_a_line(serve):
    """The line that the parser names, though no code of the file has run."""
    _, names, _, places = ask(serve({"one": "x = 1\ny = = 2\n"}), "import", "one")
    assert names[0] == "SyntaxError"
    assert places[-1] == ["one.py", 2, "<module>", 5]


@pytest.mark.parametrize("end", ["raise SystemExit", "raise KeyboardInterrupt", "raise GeneratorExit"])
def test_nothing_ends_the_host(serve, end):
    """What ends a program is an answer here."""
    assert ask(serve({"one": end}), "import", "one")[0] == "raised"


def test_what_is_too_much_is_an_error_of_its_own(serve):
    """A value that may not cross, and an answer that is too long, are told as an OverflowError."""
    served = serve({"one": "big = 10**5000\nlong = [0.123456789] * 150_000\ndeep = []\ndeep.append(deep)"})
    one = module(served, "one")
    for name in ("big", "long", "deep"):
        assert ask(served, "get", one, name)[:2] == ["raised", ["OverflowError"]]


def test_an_iterator_is_not_cut_off_in_silence(serve):
    """More items than may cross are an error, not a shorter list."""
    served = serve({"one": "def forever():\n    while True: yield 1"})
    endless = Handle(
        ask(served, "call", Handle(ask(served, "get", module(served, "one"), "forever")), (), {})
    )
    assert ask(served, "op", "items", endless)[1] == ["OverflowError"]


@pytest.mark.parametrize("op", ["", "answer", "__class__", "exec", "fresh"])
def test_an_unknown_request_is_an_error(serve, op):
    """Asking for what there is not, or in another form, is answered, too."""
    assert ask(serve({}), op, 1)[0] == "raised"


@fuzz(100)
@given(value=values, name=texts, named=st.dictionaries(st.text("abc", min_size=1), values, max_size=2))
def test_every_value_makes_the_round_trip(value, name, named):
    """From the trusted side into student code and back: the same, of the same types."""
    served = host.Host("/nowhere")
    served.objects[1] = lambda *values, **by_name: (values, by_name)
    _, form = ask(served, "call", Handle(["ok", ["h", 1]]), (value, name), named)
    assert repr(wire.decode(form, None)) == repr(((value, name), named))


things = st.sampled_from([1, "a", [], {}, int, len, None, 1.5, Exception])


@fuzz(100)
@given(thing=things, name=texts | st.sampled_from(dir(object)), key=keys)
def test_every_request_has_an_answer(thing, name, key):
    """Any attribute, any operator, any key, of anything: an answer that the trusted side can read."""
    served = host.Host("/nowhere")
    served.objects[1] = thing
    target = Handle(["ok", ["h", 1]])
    requests = [("get", target, name), ("set", target, name, key), ("call", target, (), {})]
    requests += [("op", operator, target, key) for operator in wire.OPERATORS]
    for request in requests:
        assert ask(served, *request)[0] in ("ok", "raised")


def test_parts_of_a_text_are_compiled_once(serve):
    """A form feed divides them; texts that share a part share its code."""
    served = serve({})
    for rule in ("a + b", "a * b", "a + b"):
        Handle(
            ask(
                served,
                "define",
                f"def f(a, b):\n    return g(a, b)\n\fdef g(a, b):\n    return {rule}\n",
                "f",
            )
        )
    assert len(served.modules._code) == 3


def test_a_text_of_the_suite_is_defined_apart_from_the_students_modules(serve):
    """It sees none of their names and leaves them none of its own; the same text twice makes two objects."""
    served = serve({"one": "number = 5\n\ndef use(f):\n    return f(2.0)\n"})
    use = Handle(ask(served, "get", module(served, "one"), "use"))
    first, second = (Handle(ask(served, "define", "f = lambda x: x * x * x", "f")) for _ in range(2))
    assert first.number != second.number
    assert ask(served, "call", use, (first,), {}) == ["ok", 8.0]
    unknown = Handle(ask(served, "define", "def f(x):\n    return number\n", "f"))
    assert ask(served, "call", use, (unknown,), {})[1][0] == "NameError"
    assert ask(served, "get", module(served, "one"), "f")[1][0] == "AttributeError"
