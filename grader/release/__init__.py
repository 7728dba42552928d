"""Make what students receive, prove that it works and gives nothing away, and put it in its place."""

# What other rooms may use; the rest is private to this one.
__all__ = ["recordings", "release"]
