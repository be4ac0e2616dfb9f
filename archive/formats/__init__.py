"""How Django itself writes days and moments, where no template filter does."""
