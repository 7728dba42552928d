"""A lesson, and all that is made from it: its catalog, its stubs, its notebook. Reaches the nouns only."""

# What other rooms may use; the rest is private to this one.
__all__ = ["catalog", "cells", "minutes", "notebook", "stubs", "written"]
