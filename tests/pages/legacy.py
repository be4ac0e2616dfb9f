"""Writers of the encodings that old portals used, made from their standards and not from our readers.

TCVN3 is the table of TCVN 5712:1993 (VN3), in which capital letters with a tone have no code; VNI is the
table of VNI Windows: a letter, then a sign for shape and tone.
"""

from __future__ import annotations

import unicodedata

ONSETS = [*"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(), ""]
OPEN = (
    "a ă â e ê i o ô ơ u ư y ai ay ao au âu ây eo êu ia iêu iu oa oai oay oe oi ôi ơi ua uê ui uôi uơ uy uya ưa "
    "ưi ươi ươu ưu yêu am ăm âm an ăn ân ang ăng âng anh em en eng êm ên ênh im in inh iêm iên iêng om on ong "
    "oan oăn oang oăng oanh ôm ôn ông ơm ơn um un ung uân uâng uôm uôn uông uynh uyên ưng ươm ươn ương yêm yên"
).split()
STOPPED = (
    "ac ăc âc ach ap ăp âp at ăt ât ec ep et êch êp êt ich ip it iêc iêp iêt oac oach oat oăc oăt oc op ot ôc "
    "ôp ôt ơp ơt uc up ut uât uôc uôt uych uyt uyêt ưc ưt ươc ươp ươt"
).split()
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def syllables() -> list[str]:
    """Onsets × rimes × tones, the tone on the rime's main vowel: more than Vietnamese has."""
    rimes = [with_tone(rime, tone) for rime in OPEN for tone in TONES]
    rimes += [with_tone(rime, tone) for rime in STOPPED for tone in TONES[4:]]
    return [onset + rime for onset in ONSETS for rime in rimes if spelled(onset, plain(rime))]


def spelled(onset: str, rime: str) -> bool:
    """The rules of spelling: `k`, `gh`, `ngh` before e, ê, i, y alone, `c`, `g`, `ng` never; no `quu`, `gii`."""
    front = rime[0] in "eêiy"
    if onset in {"k", "gh", "ngh"}:
        return front
    if onset in {"c", "g", "ng"}:
        return not front
    return not ((onset == "qu" and rime[0] in "uoôư") or (onset == "gi" and rime[0] in "iy"))


def plain(rime: str) -> str:
    return unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", rime) if c not in TONES[1:])
    )


def with_tone(rime: str, tone: str) -> str:
    vowels = [i for i, c in enumerate(rime) if c in "aăâeêioôơuưy"]
    shaped = [i for i in vowels if rime[i] in "ăâêôơư"]
    at = (
        shaped[-1]
        if shaped
        else vowels[-2 if len(vowels) > 1 and vowels[-1] == len(rime) - 1 else -1]
    )
    return unicodedata.normalize("NFC", rime[: at + 1] + tone + rime[at + 1 :])


LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ"
TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ®¡¢£¤¥¦§"
VNI_SIGNS = {
    "a": {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"},
    "ă": {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"},
    "â": {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"},
}
VNI_BASE = {
    "a": ("a", "a"), "e": ("e", "a"), "o": ("o", "a"), "u": ("u", "a"), "y": ("y", "a"),
    "ơ": ("ô", "a"), "ư": ("ö", "a"),
    "ă": ("a", "ă"), "â": ("a", "â"), "ê": ("e", "â"), "ô": ("o", "â"),
}  # fmt: skip
VNI_ALONE = {"ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def in_tcvn3(text: str) -> str:
    """As the characters that Windows shows for the bytes of the font."""
    return text.translate(dict(zip(map(ord, LETTERS), TCVN3, strict=True)))


def in_vni(text: str) -> str:
    return "".join(map(vni_letter, unicodedata.normalize("NFC", text)))


def vni_letter(letter: str) -> str:
    if letter.lower() in VNI_ALONE:
        return cased(VNI_ALONE[letter.lower()], letter)
    shape, tone = apart(letter.lower())
    if shape not in VNI_BASE:
        return letter
    base, signs = VNI_BASE[shape]
    return cased(base + VNI_SIGNS[signs].get(tone, ""), letter)


def cased(written: str, letter: str) -> str:
    return written.upper() if letter.isupper() else written


def in_1258(text: str) -> bytes:
    """Letters with their shape, tones as combining characters of their own."""
    return "".join("".join(apart(c)) for c in unicodedata.normalize("NFC", text)).encode("cp1258")


def apart(letter: str) -> tuple[str, str]:
    """A letter and its tone: `ế` → `ê` and the combining acute."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((part for part in parts if part in TONES[1:]), "")
    return unicodedata.normalize("NFC", parts.replace(tone, "") if tone else letter), tone
