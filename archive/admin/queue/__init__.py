"""What to look at first: the queue of articles, the machine's proposals, and who does what."""
