"""What a segment holds: the names of its arrays, byte for byte the format of the index.

A segment has at most 65,536 documents, so that a document's number in it takes two bytes and all arrays of
a query stay small; a larger archive has several segments. Numbers of words are places in the sorted table
`words`, so their order is the order of the bytes.

    words.bytes, .start      every word, concept, amount and accent-free twin, sorted
    words.twin        u4     number of the word without its accents; NONE where there is no such
    words.paired      u1     which of its pairs are kept: `neighbours`
    twins.of          u4     twins, ascending, one for each word that has one
    twins.word        u4     and that word: all forms of an accent-free word stand together

For each text field F (`all`, `title`, `people`, `places`), with a posting for each word of each document:

    F.terms           u4     numbers of the words that occur, ascending
    F.start           u4     where the postings of each begin, and the end
    F.docs            u2     number of the document, ascending within a term
    F.codes           u1     how many occurrences, and the sum of their weights: `codes`
    F.places          u2*    positions, in the order of the postings
    F.steps           u4     where the positions of every STEP-th posting begin
    F.exact_length    u4     sum of the weights in each document; F.folded_length: of terms with a twin

`pairs` of neighbouring words is such a field, at the positions of the first: of common words, of numbers and
of concepts; others are found where their words stand (`neighbours`). Its terms are told by two numbers:

    pairs.ranges      u4     where the pairs of each first word begin in `pairs.terms`, and the end
    pairs.terms       u4     numbers of the second words, ascending within a first word
    pairs.buckets, .gaps     where others may stand: `hints`

    others            i8     document << 32 | position where a number stands for words in a row; the words
                             themselves are there too, and have no neighbours

* is `packed`: the few large numbers stand in NAME.at and NAME.value. No accent-free postings are stored:
they are the union of the postings of all forms of the word, made when they are asked for and kept.

    id                i8     of the article
    day               i4     proleptic ordinal of its date, 0 without
    in_N.*                   values of a filter (`place`, `kind`, `source`, `official`): `labels`
    subjects.*               what can be completed: terms (strings), start, docs as above
    parts             u4     for each document the positions in `all` with which its PARTS begin; of one that
                             it lacks, with which the next begins
    digest.*                 strings: the digest
    hit.*                    strings: what a list of hits shows, as JSON
    body.*, dictionaries.*   the bodies: `bodies`

That all arrays lie within the file is checked when it is opened.
"""

from __future__ import annotations

VERSION = 7  # of everything on disk; another version is rebuilt, not read
TEXTS = ("all", "title", "people", "places")
PAIRS = "pairs"
FORMS = ("exact", "folded")
LISTS = ("place", "kind", "source", "official")
SHOWN = ("url", "title", "date_kind", "province_kind")  # of a hit, beside id, day and lists
PARTS = ("lead", "body", "captions", "people", "places", "day")  # behind the title
STEP = 64
NONE = 0xFFFFFFFF
MOST_DOCUMENTS = 65_536
