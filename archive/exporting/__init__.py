"""Rows → data sets that leave the house: what is public, and no retold sample."""
