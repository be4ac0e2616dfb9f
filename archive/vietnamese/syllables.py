"""Whether a word is spelled as Vietnamese syllables are: onset, rime, one tone.

The tables are those of quốc ngữ as school grammars give them; they allow some syllables that no
dictionary has, and no foreign spelling.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split()
RIMES = (
    "a ă â e ê i o ô ơ u ư y ai ay ao au âu ây eo êu ia iêu iu oa oai oao oay oe oeo oi oo ôi ơi ua uao uay uâu uây "
    "uê uêu ui uôi uơ uy uya uyu ưa ưi ươi ươu ưu yêu am ăm âm an ăn ân ang ăng âng anh em en eng êm ên ênh im in "
    "inh iêm iên iêng om on ong oam oan oăm oăn oang oăng oanh oen oeng oong ôm ôn ông ôông ơm ơn um un ung uân uâng "
    "uênh uôm uôn uông uơn uynh uyn uyên ưm ưn ưng ươm ươn ương yêm yên yêng ac ăc âc ach ap ăp âp at ăt ât ec ep et "
    "êch êp êt ich ip it iêc iêp iêt oac oach oap oat oăc oăp oăt oec oet ooc oc op ot ôc ôp ôt ơp ơt uc up ut uât "
    "uâc uêch uôc uôp uôt uych uyp uyt uyêt uơt ưc ưp ưt ươc ươp ươt yêc yêt"
).split()
TONES = "\u0300\u0301\u0303\u0309\u0323"
STOPS = ("c", "ch", "p", "t")
SYLLABLE = re.compile(
    rf"(?:{'|'.join(sorted(ONSETS, key=len, reverse=True))})?(?P<rime>{'|'.join(RIMES)})"
)
TONE = re.compile(f"[{TONES}]")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether `word`, in any case and normal form, is a syllable with at most one tone in its place."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = TONE.findall(apart)
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", TONE.sub("", apart))
    match = SYLLABLE.fullmatch(plain)
    if match is None:
        return False
    return not (match["rime"].endswith(STOPS) and tones and tones[0] in TONES[0] + TONES[2:4])
