"""Median, 95th percentile, minimum, and the ratio of two contestants pair by pair."""

import math
import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Summary:
    """Of the milliseconds (or other numbers) of one contestant in one race."""

    runs: int
    median: float
    p95: float
    least: float


def summarise(values):
    ordered = sorted(values)
    rank = math.ceil(len(ordered) * 0.95) - 1
    return Summary(len(ordered), statistics.median(ordered), ordered[rank], ordered[0])


def paired(first, second, function):
    """The median of a function of two contestants' numbers, round by round; None where they share no round."""
    shared = [function(first[run], second[run]) for run in first if run in second]
    return statistics.median(shared) if shared else None


def ratio(first, second):
    """How many times the second is of the first, pair by pair."""
    return paired(first, second, lambda a, b: b / a if a else float("nan"))


def difference(first, second):
    """How much the first is over the second, pair by pair."""
    return paired(first, second, lambda a, b: a - b)


def slope(points):
    """The rise of a straight line through (x, y), by least squares; None for fewer than two."""
    if len({x for x, _ in points}) < 2:
        return None
    xs, ys = zip(*points)
    return statistics.linear_regression(xs, ys).slope
