"""Whoosh with arrays in place of its per-posting objects.

    documents → batch (chunks, lexicon, terms) → inverter → layout (arrays) → segment files → contents
                                 snapshot → conditions → facets, ordering → hits

`arrayfile`, `packed`, `strings` and `layout` say byte for byte what is on the disk; `writing`, `merging` and
`workers` change it; `snapshot`, `segment` and `cache` read it; `codec` shows it to Whoosh's own searcher.
"""
