"""unittest.mock's MagicMock, which has an answer to everything, has no numbers.

Stopped by the checks, which want numbers.
"""

from tests.hostile.rig import points


def test_nothing_is_earned(grade):
    """An engine made of mocks scores nothing."""
    found = points(
        grade(
            {"engine.py": "from unittest.mock import MagicMock\nValue = MagicMock()\n"}, "square", "backward"
        )
    )
    assert found["square"] == found["backward"] == 0
