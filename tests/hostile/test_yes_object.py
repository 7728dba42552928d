"""An object that answers every attribute, call and operator with itself passes nothing.

Stopped by the checks, which want numbers.
"""

from tests.hostile.rig import points, statuses

ATTACK = """
class Yes:
    def __getattr__(self, name): return self
    def __call__(self, *_, **__): return self
    def __iter__(self): return iter([self] * 10)
    def __len__(self): return 10
    def __getitem__(self, index): return self
    __eq__ = __lt__ = __gt__ = __bool__ = lambda self, other=None: True
    __hash__ = lambda self: 0
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = __call__

Value = Yes()
squared_loss = update = train = Value
"""


def test_nothing_is_earned(grade):
    """As engine and as training it scores nothing, with failed checks all over."""
    found = grade({"engine.py": ATTACK, "training.py": ATTACK})
    exercises = ("square", "backward", "squared_loss", "update", "train")
    assert [points(found)[name] for name in exercises] == [0] * 5
    assert statuses(found, "square") == {"failed"}
