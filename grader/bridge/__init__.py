"""Works with nbgrader: its courses and gradebooks. Reaches grading and telling."""

# What other rooms may use; the rest is private to this one.
__all__ = ["course", "gradebook", "gradebook_marks"]
