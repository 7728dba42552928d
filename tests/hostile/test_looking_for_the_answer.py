"""Nothing in the box knows what a check expects: not in its frames, not in its memory.

Stopped by the checks, which compare on the trusted side and send inputs only.
"""


def test_expected_values_are_nowhere(inside):
    """No frame, no object and no argument in the box holds a check, a comparison or an expected value."""
    found = inside("""
import gc, sys
words = ("isclose", "falsifying", "LOSS_AFTER", "test_square", "by_hand", "2 * self.data", "hypothesis")
frame = sys._getframe()
while frame:
    attempt("frames", lambda: next(n for n in frame.f_locals if n in ("due", "expected", "check", "example")))
    frame = frame.f_back
texts = [t for o in gc.get_objects() for t in gc.get_referents(o) if type(t) is str and len(t) > 40]
mine = __loader__.get_source(__name__)
for word in words:
    attempt(word, lambda: next(t for t in texts if word in t and t not in mine))
""")
    assert found == []
