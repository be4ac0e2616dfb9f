"""What was changed and what a machine would change: `changes` writes history, `proposals` asks."""
