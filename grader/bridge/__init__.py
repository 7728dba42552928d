"""Brings grades into other systems: nbgrader's gradebook, and the sheets of others. Reaches grading."""

# What other rooms may use; the rest is private to this one.
__all__ = ["course", "export", "feedback", "fresh", "gradebook", "gradebook_marks", "systems"]
