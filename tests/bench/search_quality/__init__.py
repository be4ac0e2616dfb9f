"""Our search beside others on the same pages and queries; `python -m tests.bench.search_quality`."""
