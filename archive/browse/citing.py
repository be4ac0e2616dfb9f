"""An article as BibTeX reads it; what is not known has no field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.browse.linked import address

if TYPE_CHECKING:
    from archive.models import Article, ArticleVersion

# What TeX would take for a command.
ESCAPES = {ord(char): f"\\{char}" for char in "&%$#_{}"} | {ord("\\"): r"\textbackslash{}"}


def bibtex(article: Article, version: ArticleVersion) -> str:
    published = article.published_at
    fields = {
        "title": f"{{{escaped(article.title)}}}",
        "author": " and ".join(f"{{{escaped(name)}}}" for name in authors(version)),
        "organization": escaped(article.source.name),
        "date": published.date().isoformat() if published else "",
        "urldate": article.captured_on.isoformat() if article.captured_on else "",
        "url": article.url or address(article),
        "addendum": f"Kho tin Cấp ủy, {address(article)}",
        "langid": "vietnamese",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{ktcu{article.pk},", *lines, "}", ""])


def authors(version: ArticleVersion) -> list[str]:
    """Each in brackets of its own: a Vietnamese name is not turned around."""
    return [name for name in version.author.split("; ") if name]


def escaped(text: str) -> str:
    return text.translate(ESCAPES)
