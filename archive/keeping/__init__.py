"""What keeps an archive: a copy that can be carried away, and the way back from it."""
