"""A generated archive: the same articles for the same number and seed, in every engine.

Syllables follow Zipf's law over some 12,000 Vietnamese-looking forms; the frequent ones are those of party
news, with its set phrases, so that common words and phrases stand in half of all articles. About 700 syllables
an article, log-normal.
"""

import datetime
import json
import random
from dataclasses import asdict, dataclass
from itertools import accumulate

HEAD = """và của các trong là được có cho đã với những một tại để không về người này trên đến theo từ ra khi năm
công tác cán bộ thực hiện phát triển kinh tế xã hội nhân dân tổ chức lãnh đạo chỉ đạo nhiệm vụ đảng viên chi bộ
nghị quyết kế hoạch hội nghị đồng chí bí thư chủ tịch hội đồng mặt trận tổ quốc ban thường vụ tỉnh ủy huyện ủy
kiểm tra văn phòng cấp ủy hệ thống chính trị an ninh quốc phòng trật tự an toàn nông thôn mới chuyển đổi số cải
cách hành chính đầu tư thu ngân sách sản xuất nông nghiệp thương mại dịch vụ du lịch giáo dục đào tạo y tế văn hóa
môi trường đất đai giao thông doanh nghiệp hợp tác hộ nghèo bền vững gia đình chính sách thanh niên phụ nữ phong
trào thi đua khen thưởng kỷ luật giám sát phòng chống lãng phí học tập đạo đức phong cách""".split()
PHRASES = """ban chấp hành đảng bộ|ủy ban nhân dân|xây dựng đảng|chuyển đổi số|phát triển kinh tế|nông thôn mới|
ban thường vụ tỉnh ủy|cải cách hành chính|đổi mới sáng tạo|mặt trận tổ quốc|công tác cán bộ|hội đồng nhân dân|
an sinh xã hội|giải phóng mặt bằng|đầu tư công|quốc phòng an ninh""".replace("\n", "").split("|")
ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split()
RIMES = "an ang anh ao au am ăn ăng âm ân âng ây em en eo ên ênh êu in inh iên iêu ong on oi ông ôn ôi ơn ơi un ung uyên uôn uông ưng ương ươn ươi oan oang oai".split()
TONES = {"a": "aàáảãạ", "ă": "ăằắẳẵặ", "â": "âầấẩẫậ", "e": "eèéẻẽẹ", "ê": "êềếểễệ", "i": "iìíỉĩị",
         "o": "oòóỏõọ", "ô": "ôồốổỗộ", "ơ": "ơờớởỡợ", "u": "uùúủũụ", "ư": "ưừứửữự"}  # fmt: skip
PLACES = [f"tinh-{p}/huyen-{d}" for p in range(4) for d in range(5)]
KINDS = ("plenum", "review", "working_session", "voter_contact", "briefing")
SHARPNESS, SHIFT = 1.1, 4.0  # of Zipf's law


@dataclass(frozen=True)
class Article:
    """What every engine indexes."""

    id: int
    title: str
    body: str
    place: str
    kind: str
    date: datetime.date


def syllables():
    """Every onset with every rime in every tone."""
    forms = set()
    for onset in ONSETS:
        for rime in RIMES:
            vowel = max((c for c in rime if c in TONES), key=lambda c: c in "ăâêôơư")
            forms |= {onset + rime.replace(vowel, tone, 1) for tone in TONES[vowel]}
    return sorted(forms - set(HEAD))


def articles(number, folder):
    """The archive of so many articles, generated once and kept in a file."""
    path = folder / f"articles-{number}.jsonl"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(asdict(a), default=str, ensure_ascii=False) for a in generated(number))
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
        unfinished.rename(path)
    with path.open(encoding="utf-8") as file:
        for line in file:
            values = json.loads(line)
            yield Article(**{**values, "date": datetime.date.fromisoformat(values["date"])})


def generated(number, seed=42):
    chance = random.Random(seed)
    tail = syllables()
    chance.shuffle(tail)
    words = [*HEAD[:40], *PHRASES, *HEAD[40:], *tail]
    weights = list(accumulate((i + SHIFT) ** -SHARPNESS for i in range(1, len(words) + 1)))
    first = datetime.date(2005, 1, 1)

    def sentence(length):
        chosen = " ".join(chance.choices(words, cum_weights=weights, k=length))
        return chosen[0].upper() + chosen[1:]

    for id_ in range(1, number + 1):
        day = first + datetime.timedelta(days=int(chance.random() ** 0.6 * 7600))
        length = max(100, min(4000, int(chance.lognormvariate(6.3, 0.5))))
        yield Article(
            id_,
            f"{chance.choice(PHRASES)} {sentence(6)}",
            paragraphs(chance, sentence, length, day),
            chance.choice(PLACES),
            chance.choice(KINDS),
            day,
        )


def paragraphs(chance, sentence, length, day):
    lead = f"Ngày {day.day}/{day.month}/{day.year}, {sentence(20)}."
    whole = [lead]
    while length > 0:
        size = min(length, chance.randint(40, 120))
        lines = [sentence(chance.randint(8, 22)) for _ in range(size // 18 + 1)]
        whole.append(f"{'. '.join(lines)}. Thu ngân sách đạt {chance.randint(10, 4999)} tỷ đồng.")
        length -= size
    return "\n\n".join(whole)
