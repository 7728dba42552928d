"""Working versions go into a module, and come out of it without a trace."""

from grader.box.standing_in import put, take_back


class Theirs:
    def hand_on(self):
        return "theirs"


def working(source):
    defined = {"__name__": "engine"}
    exec(source, defined)
    return defined


def test_whatever_was_put_in_can_be_taken_back():
    """The first value of a name is the student's, however often it was replaced since."""
    into = {"update": "theirs", "Value": Theirs}
    before = put(working("def update(): pass\ndef train(): pass"), [], into)
    before += put(working("update = 2"), ["update"], into)
    before += put(
        working("class Value:\n def hand_on(self): return 1\n def back(self): return 2"), ["back"], into
    )
    assert into["update"] == 2 and {"train", "back"} <= {*into, *vars(Theirs)}
    take_back(before)
    assert into == {"update": "theirs", "Value": Theirs} and before == []
    assert Theirs().hand_on() == "theirs" and not hasattr(Theirs, "back")


def test_a_method_that_was_there_comes_back():
    own = Theirs.hand_on
    before = put(working("class Theirs:\n def hand_on(self): return 'ours'"), ["hand_on"], {"Theirs": Theirs})
    assert Theirs().hand_on() == "ours"
    take_back(before)
    assert Theirs.hand_on is own
