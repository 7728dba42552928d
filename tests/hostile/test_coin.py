"""Ids of questions are no coin to toss: the same files see the same ids, and get the same grade.

Stopped by `question_ids`, which makes them out of the files and what no box knows. (Drawn by chance they once
were: three times the same answers had 7, 9 and 8 points.)
"""

from tests.hostile.rig import BY_HAND, checks

TOSSES = """
import sys
frame = sys._getframe()
while frame.f_code.co_name != "answer":
    frame = frame.f_back
coin = int(frame.f_locals["frame"][0], 16)
for place, name in enumerate(name for name in list(globals()) if name.isupper()):
    if coin >> place & 1:
        globals()[name] = None
"""


def test_the_same_files_see_the_same_ids(grade):
    """Every check ends as it did the first time."""
    seen = [checks(grade({"by_hand.py": BY_HAND + TOSSES}, "by_hand"), "by_hand") for _ in range(4)]
    assert seen[1:] == seen[:1] * 3


def test_other_files_see_others(grade):
    """Who has read ids in one submission knows none of the next."""
    texts = (f"{BY_HAND}{TOSSES}# {number}\n" for number in range(8))
    assert len({str(checks(grade({"by_hand.py": text}, "by_hand"), "by_hand")) for text in texts}) > 1
