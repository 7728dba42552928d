"""Words that students choose, however they are written, and numbers in quotes."""


def plain(written):
    """A word in small letters, with single spaces and no hyphens; anything else as it is."""
    return " ".join(written.replace("-", " ").lower().split()) if type(written) is str else written


def listed(words):
    """The words to choose from, as a sentence names them."""
    return ", ".join(f'"{word}"' for word in words)
