"""Results become words and pictures: boards, reports, exports. Reaches checking."""

# What other rooms may use; the rest is private to this one.
__all__ = ["board", "card", "cause", "exports", "graph", "report", "story", "writing"]
