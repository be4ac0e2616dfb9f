"""Axes: round steps over the values, and where a value stands on them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Tick:
    """`at`: percent of the width, as the string that SVG reads."""

    value: Decimal
    at: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, laid over `first` to `last` percent of the width."""

    low: Decimal
    high: Decimal
    step: Decimal
    first: Decimal = Decimal(0)
    last: Decimal = Decimal(80)

    def at(self, value: Decimal) -> str:
        share = (value - self.low) / (self.high - self.low)
        return f"{self.first + share * (self.last - self.first):.2f}"

    def length(self, start: Decimal, end: Decimal) -> str:
        share = abs(end - start) / (self.high - self.low)
        return f"{share * (self.last - self.first):.2f}"

    @property
    def zero(self) -> str:
        return self.at(Decimal(0))

    @property
    def ticks(self) -> list[Tick]:
        count = int((self.high - self.low) / self.step)
        values = [self.low + self.step * n for n in range(count + 1)]
        return [Tick(value, self.at(value)) for value in values]


def axis(values: list[Decimal], **over: Decimal) -> Axis:
    """The axis that holds zero and all the values, in at most five steps of a round size."""
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    if low == high:
        high = Decimal(1)
    step = round_step((high - low) / MOST_TICKS)
    low = (low / step).to_integral_value(ROUND_FLOOR) * step
    high = (high / step).to_integral_value(ROUND_CEILING) * step
    return Axis(low, high, step, **over)


def round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that is no less."""
    power = Decimal(10) ** least.adjusted()
    return next(step * power for step in STEPS if step * power >= least)
