"""Lines of Python that fit into a narrow terminal, and still run."""

import io
import tokenize
from collections.abc import Iterator
from textwrap import wrap


def fitted(line: str, room: int) -> str:
    """One line of an example in as many as it takes. What it prints goes below it where both are too long."""
    if len(line) <= room:
        return line
    if line.startswith("#"):  # of a table, whose columns would not survive
        return f"{line[: room - 1]}…"
    code, sign, printed = line.partition("  # ")
    below = wrap(printed, room, initial_indent="# ", subsequent_indent="# ") if sign else []
    return "\n".join([_broken(code, room), *below])


def _broken(code: str, room: int) -> str:
    """Broken after commas inside of brackets, where Python reads on; whole where there are none."""
    lines = [""]
    for piece in _pieces(code):
        if lines[-1] and len(lines[-1]) + len(piece.rstrip()) > room:
            lines.append(f"    {piece.lstrip()}")
        else:
            lines[-1] += piece
    return "\n".join(line.rstrip() for line in lines)


def _pieces(code: str) -> Iterator[str]:
    depth, start = 0, 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(code.lstrip()).readline):
            depth += (token.string in "([{") - (token.string in ")]}") if token.type == tokenize.OP else 0
            if token.string == "," and depth:
                end = token.end[1] + len(code) - len(code.lstrip())
                yield code[start:end]
                start = end
    except (tokenize.TokenError, SyntaxError):  # a line out of several, such as of a text in quotes
        pass
    yield code[start:]
