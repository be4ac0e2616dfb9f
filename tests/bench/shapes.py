"""Pages of any length: real ones made longer, and shapes that patterns like too much."""

from __future__ import annotations

from pathlib import Path

PAGES = Path(__file__).resolve().parents[1] / "pages" / "dev"
MENU = '<li class="menu-item"><a href="/chuyen-muc/{0}/tin-{0}.html" title="Mục {0}">Mục số {0}</a></li>'

# What a hostile page repeats; each fits some pattern of pages, people, meetings, places or figures.
HOSTILE = {
    "one letter": "a",
    "digits": "1",
    "grouped digits": "1.234,",
    "spaces": " \u00a0",
    "commas": ",",
    "đồng chí": "đồng chí ",
    "capitalised syllables": "Nguyễn ",
    "capital letters": "A",
    "people": "đồng chí Nguyễn Văn An, Bí thư Huyện ủy; ",
    "posts": "Phó Trưởng Ban ",
    "places": "huyện Châu Thành, ",
    "sessions": "hội nghị lần thứ 9 ",
    "terms": "khóa XX nhiệm kỳ 2020-2025 ",
    "dates": "ngày 1/1, ",
    "figures": "đạt 12,5% kế hoạch, tăng 3 tỷ đồng; ",
    "in which": "trong đó: ",
    "months": "6 tháng đầu năm ",
    "lines": "a\n",
    "stamps": "Thứ hai, 01/01/2024 08:00\n",
    "separators": " - | » ",
    "brackets": "(",
    "quotes": '"\'',
}  # fmt: skip


def hostile(piece: str, size: int) -> str:
    """A piece repeated up to a size in bytes, between two lines that are Vietnamese."""
    line = "Huyện ủy tổ chức hội nghị sơ kết công tác, đánh giá kết quả thực hiện nhiệm vụ được giao.\n"
    return f"{line}{piece * (size // len(piece.encode()))}\n{line}"


def nested(size: int) -> str:
    """An HTML page whose elements lie in each other."""
    depth = size // 11
    return f"<html><body>{'<div>' * depth}Huyện ủy họp{'</div>' * depth}</body></html>"


def texts() -> list[str]:
    """The annotated pages in flattened text."""
    return [path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt"))]


def grown(size: int) -> str:
    """One article of a size in bytes: the paragraphs of all pages, numbered so that none is a repeat."""
    lines = [line for text in texts() for line in text.split("\n") if len(line) > 200]
    times = size // sum(len(line.encode()) for line in lines) + 1
    whole = "\n".join(f"{line} Lần {i}." for i in range(times) for line in lines)
    return whole.encode()[:size].decode(errors="ignore")


def html(text: str, size: int, *, nukeviet: bool) -> str:
    """A page of text in markup with menus around it, up to a size in bytes."""
    lines = [line for line in text.split("\n") if line.strip()]
    title = max((line for line in lines if len(line) < 160), key=len)
    body = "".join(
        f'<p style="text-align:justify">{line}</p>' for line in lines if len(line) >= 160
    )
    foot = "<p>Tổng số điểm của bài viết là: 0</p><h4>Những tin mới hơn</h4>" if nukeviet else ""
    frame = (
        f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{{menu}}<div class=detail>"
        f"<h1>{title}</h1><div>13/07/2023 08:05</div>{body}</div>{foot}<h4>Tin liên quan</h4>{{menu}}</body></html>"
    )
    items = max(0, size - len(frame.encode())) // (2 * len(MENU.format(100).encode()))
    return frame.replace("{menu}", f"<ul>{''.join(MENU.format(i) for i in range(items))}</ul>")
