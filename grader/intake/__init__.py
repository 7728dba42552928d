"""Whatever was handed in becomes a Submission; nothing of it is followed or run. Reaches the lesson."""

# What other rooms may use; the rest is private to this one.
__all__ = ["intake", "roster", "taken"]
