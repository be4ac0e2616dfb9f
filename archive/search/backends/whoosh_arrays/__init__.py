"""Whoosh with arrays in place of its per-posting objects.

    documents → batch (short, chunks, lexicon, terms, beside) → inverter → layout (arrays) → segment files → contents
                                 snapshot → conditions → facets, ordering → hits

`layout` says what is on the disk, byte for byte with `arrayfile`, `packed`, `codes`, `strings`, `labels`, `bodies`,
`neighbours` and `hints`; `writing`, `merging` and `workers` change it; `snapshot`, `segment` and `cache` read it;
`codec` shows it to Whoosh's own searcher.
"""
