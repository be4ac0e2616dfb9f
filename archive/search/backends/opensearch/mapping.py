"""How an index of OpenSearch reads a row: its fields, and the order of relevance as a similarity.

A text field holds our terms: those of one position joined by TOGETHER, positions joined by APART, the parts
of a document as a list. A term stands as often as it counts, which takes no position of its own, so that a
phrase is found where it is and nowhere else. Pairs have no positions: how often one counts stands after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archive.search.document import GAP
from archive.search.ranking import K1, B

if TYPE_CHECKING:
    from archive.search.backends.opensearch.address import Address

VERSION = 2  # another one where the mapping, the rows or the analysis behind them change
APART, TOGETHER = "\n", "\t"
FORMS = ("exact", "folded")
TEXTS = ("all", "title", "people", "places", "pairs")
LISTS = {
    "place": "in_place", "kind": "in_kind", "source": "in_source", "official": "in_official", "year": "in_year",
}  # fmt: skip
LONGEST_TERM = 1000  # code points; a query is never longer
LONGEST_LINE = (
    1_000_000  # of what stands at one position; the most that OpenSearch takes is a little more
)

# BM25F as in `ranking.py`. A length is the sum of what terms count; it is kept in one byte.
SIMILARITY = {
    "type": "scripted",
    "discount_overlaps": False,
    "weight_script": {
        "source": "return query.boost * (Math.log(field.docCount / (term.docFreq + 1.0)) + 1.0);"
    },
    "script": {
        "source": "double mean = field.sumTotalTermFreq / (double) field.docCount;"
        f"double norm = {K1} * ({1 - B} + {B} * doc.length / mean);"
        f"return weight * doc.freq * {K1 + 1} / (doc.freq + norm);"
    },
}
ANALYSIS = {
    "tokenizer": {
        "apart": {
            "type": "char_group",
            "tokenize_on_chars": [APART],
            "max_token_length": LONGEST_LINE,
        }
    },
    "filter": {
        "together": {
            "type": "pattern_capture",
            "patterns": [f"([^{TOGETHER}]+)"],
            "preserve_original": False,
        },
        "counted": {"type": "delimited_term_freq", "delimiter": TOGETHER},
        "short": {"type": "length", "max": LONGEST_TERM},
    },
    "analyzer": {
        "terms": {"type": "custom", "tokenizer": "apart", "filter": ["together", "short"]},
        "pairs": {"type": "custom", "tokenizer": "apart", "filter": ["counted", "short"]},
        "phrase": {"type": "custom", "tokenizer": "apart"},
    },
}


def terms(*, positions: bool, ranked: bool) -> dict[str, Any]:
    """A field of terms; `ranked`: it is asked how well a document fits, not only whether."""
    field: dict[str, Any] = {
        "type": "text",
        "analyzer": "terms" if positions else "pairs",
        "search_analyzer": "phrase",
        "index_options": "positions" if positions else "freqs",
        "norms": ranked,
    }
    if positions:
        field["position_increment_gap"] = GAP
    if ranked:
        field["similarity"] = "weighted"
    return field


def text_fields() -> dict[str, Any]:
    fields = {
        "all": terms(positions=True, ranked=True),
        "title": terms(positions=True, ranked=False),
        "people": terms(positions=True, ranked=False),
        "places": terms(positions=True, ranked=False),
        "pairs": terms(positions=False, ranked=True),
    }
    return {f"{name}_{form}": field for name, field in fields.items() for form in FORMS}


def mappings(maker: str) -> dict[str, Any]:
    """Only `shown` is kept to be given back: all else is made from the database again. `maker`: who asked."""
    value = {"type": "keyword"}
    return {
        "_meta": {"version": VERSION, "maker": maker},
        "_source": {"includes": ["shown"]},
        "dynamic": "strict",
        "properties": {
            **text_fields(),
            **dict.fromkeys(LISTS.values(), value),
            "subjects": value,
            "day": {"type": "integer"},
            "id": {"type": "long"},
            "digest": {"type": "keyword", "index": False},
            "gone": {"type": "boolean"},
            "shown": {"type": "binary"},
        },
    }


def settings(address: Address) -> dict[str, Any]:
    """Of an index that is being filled: it shows nothing before it is refreshed."""
    return {
        "number_of_shards": address.shards,
        "number_of_replicas": address.replicas,
        "refresh_interval": "-1",
        "analysis": ANALYSIS,
        "similarity": {"weighted": SIMILARITY},
    }
