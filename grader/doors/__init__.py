"""The ways to reach one student's code: in this process, in a box, or replayed. Reaches the box."""

# What other rooms may use; the rest is private to this one.
__all__ = [
    "asking_ahead",
    "deadline",
    "direct",
    "foreseen",
    "handed_out",
    "leftover",
    "missing",
    "notebook",
    "outline",
    "refusals",
    "replay",
    "slips",
    "working",
]
