"""A crawl of any size: pages of 60 kB as portals have them, no two alike. The same number gives the same page.

Each portal of the registry stands for its place, and has for each term people of its own; figures and
sentences are those of the annotated pages with other numbers.
"""

import datetime
import io
import random
import re
from functools import lru_cache
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.gazetteer import Gazetteer, SourceRegistry
from tests.bench.shapes import html, texts

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SIZE = 60_000  # bytes of a page
FIRST_DAY, DAYS = datetime.date(2008, 1, 1), 6300
CAST = 14  # people of a portal in a term
KNOWN = 5  # one page in so many is of no layout that the archive knows
FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Hà Mai Đinh Tạ".split()
)
MIDDLE = (
    "Văn Thị Đức Hữu Minh Thanh Quang Ngọc Xuân Hồng Công Đình Thế Kim Bá Mạnh Thu Tuấn".split()
)
GIVEN = (
    "An Bình Chiến Cường Dũng Đạt Giang Hà Hải Hạnh Hiền Hòa Hùng Hương Khánh Lan Liên Long Mai Minh Nam Nga "
    "Nhung Phong Phúc Quân Quyết Sơn Tâm Thắng Thảo Thủy Tiến Toàn Trung Tú Tùng Vân Việt Yến"
).split()
POSTS = (
    "Bí thư Huyện ủy", "Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện",
    "Phó Bí thư Huyện ủy, Chủ tịch UBND huyện", "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Huyện ủy",
    "Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Huyện ủy", "Trưởng Ban Dân vận Huyện ủy",
    "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy", "Phó Chủ tịch UBND huyện", "Chánh Văn phòng Huyện ủy",
)  # fmt: skip
WORDS = (
    "rừng biển lúa chè cà phê tôm cá mía ngô khoai sắn vải nhãn cam quýt hồ tiêu điều cao su đường điện trường trạm "
    "cầu cống kênh mương thôn xóm bản làng chợ nhà văn hóa giống phân nước đất đồi ruộng vườn ao chuồng"
).split()
YEAR, DECIMAL = re.compile(r"\b20[012]\d\b"), re.compile(r"\b\d{1,3}(?=,\d)")


@lru_cache(maxsize=1)
def portals():
    """Host and name of every portal whose place is a district."""
    names = {unit.slug: unit.name for unit in Gazetteer.load(FIXTURES / "gazetteer").units}
    entries = SourceRegistry.load(FIXTURES / "sources").entries
    return [(e.host, names[e.place]) for e in entries if e.place and "/" in e.place]


@lru_cache(maxsize=1)
def sentences():
    """Paragraphs with figures; people are added to each page by itself."""
    lines = [line for text in texts() for line in text.split("\n") if len(line) > 200]
    return [line for line in lines if "đồng chí" not in line.lower() and DECIMAL.search(line)]


@lru_cache(maxsize=4096)
def cast(host, term):
    chance = random.Random(f"{host} {term}")
    return [" ".join(map(chance.choice, (FAMILY, MIDDLE, GIVEN))) for _ in range(CAST)]


def article(number):
    """Address, day and flattened text of one page."""
    chance = random.Random(number)
    host, place = chance.choice(portals())
    day = FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))
    term = (day.year - 2000) // 5 + 20
    people = cast(host, term)
    chief, *others = people[:3] + chance.sample(people[3:], 3)
    named = "; ".join(map(", ".join, zip([chief, *others], POSTS, strict=False)))
    title = f"{place}: Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ {chance.randint(1, 45)}, khóa {term}"
    lead = (
        f"Ngày {day.day}/{day.month}/{day.year}, Ban Chấp hành Đảng bộ huyện {place} khóa {term} tổ chức hội nghị "
        f"bàn nhiệm vụ về {' '.join(chance.choices(WORDS, k=25))}. Dự hội nghị có các đồng chí: {named}."
    )
    end = (
        f"Kết luận hội nghị, đồng chí {chief}, Bí thư Huyện ủy đề nghị các xã tiếp tục chăm lo "
        f"{' '.join(chance.choices(WORDS, k=30))}, hoàn thành nhiệm vụ mà hội nghị đã đề ra trong năm {day.year}."
    )
    figures = [varied(chance, line, day.year) for line in chance.sample(sentences(), 2)]
    text = "\n".join((title, lead, *figures, *(filler(chance) for _ in range(5)), end))
    return f"http://{host}/tin-tuc/{number}.html", day, text


def varied(chance, line, year):
    line = YEAR.sub(str(year), line)
    return DECIMAL.sub(lambda found: str(chance.randint(1, 10 ** len(found[0]) - 1)), line)


def filler(chance):
    return " ".join(
        f"Xã thứ {chance.randint(1, 40)} chăm sóc {' '.join(chance.choices(WORDS, k=18))}, "
        f"được nhân dân đồng tình hưởng ứng."
        for _ in range(4)
    )


def page(number):
    """Address, moment of capture and HTML."""
    url, day, text = article(number)
    captured = datetime.datetime.combine(day, datetime.time(8), datetime.UTC)
    captured += datetime.timedelta(days=30)
    return url, captured, html(text, SIZE, nukeviet=number % KNOWN != 0)


def write(path, pages):
    """A WARC of so many pages, gzipped by record as crawlers do."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for number in range(pages):
            url, captured, content = page(number)
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=io.BytesIO(content.encode()),
                    http_headers=StatusAndHeaders(
                        "200 OK", [("Content-Type", "text/html; charset=utf-8")], "HTTP/1.1"
                    ),
                    warc_headers_dict={"WARC-Date": f"{captured:%Y-%m-%dT%H:%M:%SZ}"},
                )
            )
