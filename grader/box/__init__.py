"""Talking to code that nobody trusts: the locked process, the wire, the stand-ins. Reaches the nouns only."""

# What other rooms may use; the rest is private to this one.
__all__ = [
    "box",
    "confine",
    "constants",
    "discretion",
    "host",
    "piecewise",
    "question_ids",
    "remote",
    "source",
    "standing_in",
    "trace",
    "wire",
]
