"""How the tests of this folder read a sentence."""

from archive.extraction.people.lexicon import Lexicon
from archive.extraction.people.officials import read_officials
from archive.extraction.people.posts import PostReader
from archive.extraction.people.titles import full_titles
from archive.extraction.text import Context, Passage
from archive.extraction.tokens import tokenise
from archive.vietnamese.normalise import shadow

DISTRICT = Context(on=None, kind="huyện", province_kind="tỉnh", place_name="Nam Sách")
PLACES = Lexicon(
    (name.lower(), name)
    for name in (
        "Nam Sách",
        "Dương Minh Châu",
        "Trần Văn Thời",
        "Lý Nhân",
        "Hải Dương",
        "Hải Phòng",
        "Hồ Chí Minh",
    )
)


def passage(text, where="body", index=0):
    return Passage(where, index, text, shadow(text))


def title_of(text, context=DISTRICT, *, named=False):
    post = PostReader(PLACES, context).at(tokenise(passage(text)), 0, named=named)
    return full_titles([post], context)[0] if post else None


def people_of(text, context=DISTRICT):
    return {
        o.name: [p.title for p in o.positions]
        for o in read_officials((passage(text),), context, PLACES)
    }


def roles_of(text, context=DISTRICT):
    return {
        o.name: [r.role for r in o.roles] for o in read_officials((passage(text),), context, PLACES)
    }
