"""A snapshot tells whether anything that student modules hold has changed, and admits when it cannot tell."""

import sys
import types

import pytest

from grader.box.snapshot import Snapshot

MODULE = """
import math, collections, functools
NUMBER, WORDS, TABLE, NAMES = 3.5, ["a", ["b"]], {"k": {"deep": []}}, {"x"}

class Value:
    count = 0
    made = []
    __slots__ = ("data", "__dict__")

    def __init__(self, data=None, children=()):
        self.data = data
        self.children = children

    @property
    def twice(self): return self.data * 2

    @staticmethod
    def helper(seen=set()): return seen

def outer():
    store = []
    def inner(x, *, cache={}):
        store.append(x)
        cache[x] = x
    return inner

inner = outer()
one = Value(1.0, [Value(2.0)])
method = one.__init__
"""


@pytest.fixture
def module(monkeypatch):
    """A module of the student's, loaded."""
    made = types.ModuleType("engine")
    monkeypatch.setitem(sys.modules, "engine", made)
    exec(MODULE, made.__dict__)
    return made


HARMLESS = [
    "Value(3.0, (one,))",
    "one.twice",
    "len(WORDS)",
    "math.sqrt(2)",
    "[Value(x) for x in range(100)]",
    "Value.helper()",
]
CHANGES = [
    "globals().update(NUMBER=3.25)",
    "WORDS[1].append('c')",
    "TABLE['k']['deep'].append(1)",
    "NAMES.add('y')",
    "setattr(Value, 'count', 1)",
    "Value.made.append(1)",
    "setattr(one, 'data', 2.0)",
    "setattr(one.children[0], 'data', 2.5)",
    "setattr(one, 'grad', 0.0)",
    "Value.helper().add(1)",
    "inner(1)",
    "setattr(outer, 'calls', 1)",
    "setattr(Value, 'square', lambda self: self)",
    "globals().update(new=1)",
    "globals().pop('one')",
    "setattr(inner, '__code__', (lambda x, *, cache=None: None).__code__)",
    "NAMES.clear()",
    "WORDS.reverse()",
]


@pytest.mark.parametrize("code", HARMLESS)
def test_what_changes_nothing(module, code):
    """Computing, reading and making new objects leaves the modules as they were."""
    snapshot = Snapshot(["engine", "training"])
    eval(code, module.__dict__)
    assert snapshot.unchanged()


@pytest.mark.parametrize("code", CHANGES)
def test_what_changes_something(module, code):
    """However deep it lies, in defaults, closures, attributes or collections."""
    snapshot = Snapshot(["engine"])
    try:
        eval(code, module.__dict__)
    except ValueError:  # a code object with another number of free variables; the next line sees the same
        module.inner.__kwdefaults__["cache"] = None
    assert not snapshot.unchanged()


@pytest.mark.parametrize(
    "code",
    [
        "x = iter([1])",
        "x = collections.deque()",
        "x = functools.lru_cache(outer)",
        "x = collections.OrderedDict()",
        "class L(list): pass\nx = L()",
        "x = bytearray(1)",
        "x = [0] * 30_000",
        "x = (n for n in ())",
    ],
)
def test_what_cannot_be_looked_into(module, code):
    """Then the module is taken for changed, and is imported again."""
    exec(code, module.__dict__)
    assert not Snapshot(["engine"]).unchanged()


def test_another_module_of_the_name(module, monkeypatch):
    """A module that student code has put in its place is a change."""
    snapshot = Snapshot(["engine"])
    monkeypatch.setitem(sys.modules, "engine", types.ModuleType("engine"))
    assert not snapshot.unchanged()
