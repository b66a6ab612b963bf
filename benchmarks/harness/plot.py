"""Growth as an SVG: one line a contestant, logarithmic where the sizes are."""

import math
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 44, 50
COLOURS = ["#1f5fbf", "#d1495b", "#2e8b57", "#b8860b", "#7b4fa3", "#3a8f9e", "#666666", "#c06a2b"]


@dataclass(frozen=True)
class Plot:
    """series: (name, [(size, number)…]) with the first one ours."""

    file: str
    title: str
    across: str
    up: str
    series: list
    logarithmic: bool = False


def growth(file, title, across, up, results, logarithmic=False):
    """The medians of all races that have a size."""
    series = {}
    for race in results.races:
        if race.size is None:
            continue
        for contestant in results.contestants(race.name):
            series.setdefault(contestant, []).append((race.size, results.median(race.name, contestant)))
    return Plot(file, title, across, up, list(series.items()), logarithmic)


def svg(plot):
    """The picture; it brings its own white ground, to be read on a dark page too."""
    sizes = sorted({size for _, points in plot.series for size, _ in points})
    most = max(number for _, points in plot.series for _, number in points)
    least = min(number for _, points in plot.series for _, number in points)
    x = _axis(sizes[0], sizes[-1], LEFT, WIDTH - RIGHT, plot.logarithmic)
    y = _axis(least if plot.logarithmic else 0, most, HEIGHT - BOTTOM, TOP, plot.logarithmic)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(plot.title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(LEFT, 22, plot.title, "start", "#111111", 15),
        _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, plot.across),
        _text(LEFT, TOP - 8, plot.up, "start"),
    ]
    for mark in _marks(least, most, plot.logarithmic):
        parts.append(f'<path d="M{LEFT} {y(mark):.1f}H{WIDTH - RIGHT}" stroke="#e3e3e3"/>')
        parts.append(_text(LEFT - 6, y(mark) + 4, f"{mark:,g}", "end"))
    for size in sizes:
        parts.append(_text(x(size), HEIGHT - BOTTOM + 18, f"{size:,g}"))
    for colour, (name, points) in zip(COLOURS, plot.series):
        parts.append(_line(name, points, colour, x, y))
    parts += _names(plot.series, y)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _line(name, points, colour, x, y):
    path = "M" + "L".join(f"{x(size):.1f} {y(number):.1f}" for size, number in points)
    dots = "".join(
        f'<circle cx="{x(size):.1f}" cy="{y(number):.1f}" r="3" fill="{colour}">'
        f"<title>{escape(name)}: {number:,.1f}</title></circle>"
        for size, number in points
    )
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'


def _names(series, y):
    """Each name beside the end of its line, pushed apart where they would touch."""
    ends = sorted((y(points[-1][1]), name, colour) for colour, (name, points) in zip(COLOURS, series))
    below, parts = TOP - 16, []
    for place, name, colour in ends:
        below = max(place, below + 16)
        parts.append(_text(WIDTH - RIGHT + 10, below + 4, name, "start", colour))
    return parts


def _axis(least, most, start, end, logarithmic):
    scale = math.log10 if logarithmic else float
    low, span = scale(least), (scale(most) - scale(least)) or 1
    return lambda value: start + (scale(value) - low) / span * (end - start)


def _marks(least, most, logarithmic):
    if logarithmic:
        inside = range(math.ceil(math.log10(least)), math.floor(math.log10(most)) + 1)
        return [10.0**power for power in inside]
    step = 10 ** math.floor(math.log10(most or 1))
    step = next(step / part for part in (1, 2, 5, 10) if most / (step / part) >= 3)
    return [step * number for number in range(int(most / step) + 1)]


def _text(x, y, text, anchor="middle", colour="#444444", size=12):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="{size}">{escape(text)}</text>'
    )
