"""The page of results in Markdown."""

from harness.judgement import shown
from harness.summary import ratio, summarise


def overview(judged):
    """The rows for the README: every target, what was measured, met or missed."""
    lines = ["| | target | measured | |", "|---|---|---|---|"]
    for benchmark, judgements in judged:
        for number, judgement in enumerate(judgements):
            head = f"{benchmark.ID} {benchmark.TITLE}" if number == 0 else ""
            lines.append(f"| {head} | {judgement.target} | {judgement.measured} | {judgement.word} |")
    return lines


def section(benchmark, results, plots):
    """All races of a benchmark, contestant by contestant."""
    lines = [f"## {benchmark.ID} {benchmark.TITLE}", "", benchmark.ABOUT, ""]
    lines += ["| | | runs | median | p95 | min | pair by pair, of the first |", "|---|---|--:|--:|--:|--:|--:|"]
    for race in results.races:
        first = None
        for number, contestant in enumerate(results.contestants(race.name)):
            values = results.of(race.name, contestant)
            of = summarise(values.values())
            first = first or values
            times = "" if number == 0 else f"{shown(ratio(first, values))} ×"
            numbers = " | ".join(f"{shown(one)} {race.unit}" for one in (of.median, of.p95, of.least))
            lines.append(f"| {race.name if number == 0 else ''} | {contestant} | {of.runs} | {numbers} | {times} |")
    lines.append("")
    lines += [f"- {race}, {contestant}: {why}" for (race, contestant), why in results.failed.items()]
    lines += [f"\n![{plot.title}]({plot.file})" for plot in plots]
    return lines


def page(machine, judged, sections):
    lines = ["# Nodestart benchmarks", ""]
    lines += [f"- {name}: {text}" for name, text in machine]
    lines += ["", "Times run from the start of a command to its end. Contestants of a race are run by turns.", ""]
    return "\n".join(lines + overview(judged) + [""] + [line for one in sections for line in [*one, ""]])
