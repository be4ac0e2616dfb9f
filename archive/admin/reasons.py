"""Reasons of an import, which the command says in English, in the words of the desk."""

from __future__ import annotations

import re

# Each row: what the readers say, and how an editor says it. What is not listed is shown as it is.
WORDS = (
    (r"no running text: a list, a menu or an empty page", "không có đoạn văn: danh sách, thực đơn hoặc trang trống"),
    (r"no words on the page", "trang không có chữ"),
    (r"not in Vietnamese", "không phải tiếng Việt"),
    (r"words of a betting site: a hijacked copy", "trang bị chiếm, đầy chữ cá cược"),
    (r"nearly the text of article (\d+)", r"gần như chép bài số \1; lưu kèm, không hiện hai lần"),
    (r"a second visit to a page that the archive does not hold", "lần thăm lại một trang mà kho không giữ"),
    (r"unpacks to far more than its size: a bomb\?", "bung ra quá lớn so với cỡ nén: giống bom nén"),
    (r"larger than (\d+) MB: no article", r"nặng hơn \1 MB: không phải một bài"),
    (r"(.+): not a form that holds pages", r"\1: không phải dạng chứa trang tin"),
    (r"HTTP status (\d+)", r"máy chủ trả mã \1"),
    (r"a revisit without address or time", "lần thăm lại không ghi địa chỉ hoặc giờ"),
    (r"no record of a page: is this a WARC file\?", "không có trang nào: đây có phải tệp WARC không?"),
    (r"a saved page without an HTML part", "trang lưu thiếu phần HTML"),
    (r"the line is no page: .*", "dòng này không phải một trang"),
    (r"the (?:file|member|record) cannot be read: .*", "không đọc được: tệp hỏng hoặc nén sai"),
    (r"the file ends within the record", "tệp đứt giữa chừng"),
    (r"broken after (\d+) records: .*", r"hỏng sau \1 trang"),
)  # fmt: skip


def in_words(reason: str) -> str:
    for pattern, words in WORDS:
        found = re.fullmatch(pattern, reason)
        if found:
            return found.expand(words)
    return reason
