"""The keyboard of a watching process, which a debugger may have for a while."""

import os
import signal

import pytest

from grader.watching import screen

posix = pytest.mark.skipif(not hasattr(screen, "PosixKeyboard"), reason="a keyboard of POSIX")


@pytest.fixture
def keys():
    """A keyboard, and `press(text)`."""
    usual, (typist, number) = signal.getsignal(signal.SIGTSTP), os.openpty()
    keyboard = screen.PosixKeyboard(number, lambda: None)
    keyboard.listen()
    yield keyboard, number, lambda text: os.write(typist, text)
    signal.signal(signal.SIGTSTP, usual)
    os.close(typist)
    os.close(number)


@posix
@pytest.mark.timeout(10)
def test_a_key_is_read_as_it_is_pressed(keys):
    """And nobody waits for one longer than they said."""
    keyboard, _, press = keys
    assert keyboard.key(0.01) == ""
    press(b"h")
    assert keyboard.key(5) == "h"


@posix
@pytest.mark.timeout(10)
def test_what_a_debugger_has_read_is_not_waited_for(keys):
    """It reads a line and leaves just as somebody looks: the watching process waits for no second line."""
    keyboard, number, press = keys
    press(b"c\n")
    keyboard.lent = lambda: not os.read(number, 64)
    assert keyboard.key(5) == ""


@posix
@pytest.mark.timeout(10)
def test_keys_for_a_debugger_stay(keys):
    """Who has borrowed the keyboard finds there what was typed."""
    keyboard, number, press = keys
    press(b"x")
    keyboard.lent = lambda: True
    assert keyboard.key(5) == ""
    assert os.read(number, 1) == b"x"
