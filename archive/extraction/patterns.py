"""How patterns are written so that they are found quickly."""

from __future__ import annotations


def at_word(*alternatives: str, after: str = "") -> str:
    r"""The pattern of alternatives that begin a word: `(?<!\w)(?:a…|b…)`, but twice as fast.

    Each alternative begins with a letter, which is put before the look-behind: the engine then passes
    over every place where none of these letters stands. `after`: words between bars behind which no
    alternative counts.
    """
    rests: dict[str, list[str]] = {}
    for alternative in alternatives:
        rests.setdefault(alternative[0], []).append(alternative[1:])
    rows = (f"{a}{not_behind(a, after)}(?:{'|'.join(rest)})" for a, rest in rests.items())
    return f"(?:{'|'.join(rows)})"


def not_behind(letter: str, words: str) -> str:
    refused = (rf"\w{letter}", *(f"{word}{letter}" for word in words.split("|") if word))
    return "".join(f"(?<!{text})" for text in refused)
