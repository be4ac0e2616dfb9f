"""Indicators: reported figures with their label, period, plan and growth, in text order."""

from archive.extraction.indicators.reader import read_indicators

__all__ = ["read_indicators"]
