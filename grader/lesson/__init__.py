"""A lesson, and every form made from it: its catalog, its stubs, its notebook. Reaches the nouns only."""
