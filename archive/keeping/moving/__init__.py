"""Moving up: an installation copied to another database and search engine, and the proof that all arrived."""
