"""Reads what was handed in, as a `Submission`. It follows no link and runs nothing. Reaches the lesson."""

# What other rooms may use; the rest is private to this one.
__all__ = ["entries", "finding", "intake", "roster", "taken"]
