"""Exceptions whose class, names and text fight back are reported, or cost their own check at most.

Stopped by the host, which reads the slots of a type past its metaclass, and by the trusted side's own shapes.
"""

import pytest

from tests.hostile.rig import ENGINE, points, statuses, swapped

DISGUISES = {
    "names that are no text": """
class Meta(type):
    __name__ = property(lambda cls: 7)
    __mro__ = property(lambda cls: None)
class Odd(Exception, metaclass=Meta): pass
""",
    "names that raise": """
class Meta(type):
    def __getattribute__(cls, name): raise SystemExit
class Odd(Exception, metaclass=Meta): pass
""",
    "a text that raises": """
class Odd(Exception):
    def __str__(self): raise KeyboardInterrupt
""",
    "a text that is none": """
class Odd(Exception):
    def __str__(self): return 7
""",
    "a text that lies about itself": """
class Text(str):
    __getitem__ = encode = __len__ = lambda self, *_: 7
class Odd(Exception):
    def __str__(self): return Text("text")
""",
    "a text of 20 MB": """
class Odd(Exception):
    def __str__(self): return "x" * 20_000_000
""",
    "half characters": """
class Odd(Exception):
    def __str__(self): return "\\ud800 \\x00 \\x1b[31m"
""",
    "a hundred base classes": """
Odd = Exception
for _ in range(100):
    Odd = type("Odd" * 1000, (Odd,), {})
""",
    "a syntax error of its own making": """
class Odd(SyntaxError):
    filename = property(lambda self: "\\x00" * 10_000)
    lineno = property(lambda self: 10**30)
""",
    "a traceback without an end": """
class Odd(Exception):
    __traceback__ = property(lambda self: None)
""",
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_it_costs_its_own_exercise(grade, disguise):
    """`square` is lost, nothing is ungraded, and what came before is unharmed."""
    attack = swapped(ENGINE, "out = Value(self.data**2", "raise Odd()\n        out = Value(1")
    found = grade({"engine.py": DISGUISES[disguise] + attack}, "by_hand", "square")
    assert statuses(found, "square") <= {"failed", "crashed", "invalid"}
    assert points(found)["square"] == 0
    assert points(found)["by_hand"] == 10
