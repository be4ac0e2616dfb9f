"""`make bench-search`: ours beside stock Whoosh, SQLite FTS5 and tantivy on one generated archive."""
