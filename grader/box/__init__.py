"""Talking to code that nobody trusts: the locked process, the wire, the stand-ins. Reaches the nouns only."""
