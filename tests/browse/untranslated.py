"""What of an English page is still Vietnamese without saying so."""

import re

from selectolax.lexbor import LexborHTMLParser

VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
SPOKEN = ("aria-label", "alt", "placeholder", "title", "data-l")


def untranslated(source):
    """Texts and labels with Vietnamese letters whose language is not given as Vietnamese."""
    found = []
    for node in LexborHTMLParser(source).body.traverse(include_text=True):
        said = [node.text()] if node.tag == "-text" else spoken(node)
        found += [
            text.strip() for text in said if VIETNAMESE.search(text) and language(node) != "vi"
        ]
    return found


def spoken(node):
    return [node.attributes[name] or "" for name in SPOKEN if name in node.attributes]


def language(node):
    while node is not None:
        if node.tag != "-text" and "lang" in node.attributes:
            return node.attributes["lang"]
        node = node.parent
    return None
