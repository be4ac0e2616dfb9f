"""How patterns are written so that they are found quickly."""

from __future__ import annotations


def at_word(*alternatives: str) -> str:
    r"""The pattern of alternatives that begin a word: `(?<!\w)(?:a…|b…)`, several times as fast.

    Each alternative begins with a letter, which is put before the look-behind: the engine then passes
    over every place where none of these letters stands.
    """
    begun = (rf"{a[0]}(?<!\w{a[0]}){a[1:]}" for a in alternatives)
    return f"(?:{'|'.join(begun)})"
