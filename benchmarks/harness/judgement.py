"""What a benchmark's numbers say about its target."""

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Judgement:
    """One part of a target: what was measured, in words, and whether the target is met; None where there is
    none, or nothing was measured."""

    target: str
    measured: str
    met: Optional[bool]

    @property
    def word(self):
        return {True: "met", False: "**missed**", None: "" if self.measured else "not measured"}[self.met]


def at_most(target, value, limit, unit="ms", said=""):
    """Judges a value that may not be larger than a limit."""
    if value is None:
        return Judgement(target, said, None)
    over = f", missed by {shown(value - limit)} {unit}" if value > limit else ""
    return Judgement(target, f"{shown(value)} {unit}{over}{'; ' + said if said else ''}", value <= limit)


def at_least(target, value, limit, unit=""):
    """Judges a value that may not be smaller than a limit."""
    if value is None:
        return Judgement(target, "", None)
    return Judgement(target, f"{shown(value)}{unit}", value >= limit)


def shown(number):
    """A number with as many digits as tell something."""
    if number is None:
        return ""
    if abs(number) >= 1000:
        return f"{number:,.0f}"
    if abs(number) >= 20:
        return f"{number:.0f}"
    return f"{number:.1f}" if abs(number) >= 1.95 else f"{number:.2f}"
