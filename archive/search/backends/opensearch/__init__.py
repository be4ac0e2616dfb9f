"""The engine for more than one machine: an OpenSearch cluster that is sent our own analysis.

    documents → rows (terms as text) → bulk → indices, by their aliases
    query → asking (a request) → engine → hits

`mapping` says how an index reads what `rows` writes. Of OpenSearch's own analysis nothing is used but
splitting at two marks, so no plugin is needed and both engines find the same.
"""
