"""Races: contestants that do the same thing are run by turns, and every run is kept as a line of JSON."""

import json
import statistics
import sys
import time
from dataclasses import dataclass, field
from typing import Callable, Optional

from harness.engine import EngineFailed
from harness.processes import ProgramFailed


@dataclass
class Contestant:
    """One way to do what the race is about; run gives what it took, in the race's unit.

    A peer that fails, or is slow beyond measure, falls out. What stays, ours and the floors, is run to the end, and where it
    fails the benchmark does."""

    name: str
    run: Callable[[], float]
    stays: bool = False


@dataclass
class Race:
    """Contestants for one size of one thing; where it is part of a growth, size is its place on the axis."""

    name: str
    contestants: list
    runs: int
    size: Optional[float] = None
    unit: str = "ms"
    warm: int = 1


@dataclass
class Results:
    """What one benchmark gave: races in order, numbers by race, contestant and round, and who fell out."""

    races: list = field(default_factory=list)
    numbers: dict = field(default_factory=dict)
    failed: dict = field(default_factory=dict)

    def of(self, race, contestant):
        """The numbers by round; empty where there are none."""
        return self.numbers.get((race, contestant), {})

    def median(self, race, contestant):
        """None where the contestant did not take part."""
        numbers = self.of(race, contestant)
        return statistics.median(numbers.values()) if numbers else None

    def contestants(self, race):
        """Those that have numbers, in the race's order."""
        listed = next((one.contestants for one in self.races if one.name == race), [])
        return [one.name for one in listed if self.of(race, one.name)]

    def add(self, race, contestant, run, number):
        self.numbers.setdefault((race, contestant), {})[run] = number


class Runner:
    """Runs races and writes each number down as it comes."""

    def __init__(self, lines, longest, budget):
        """longest: seconds of one run, after which a peer is not asked for more; budget: seconds of all of its runs."""
        self._lines = lines
        self._longest = longest
        self._budget = budget
        self._took = {}

    def race(self, benchmark, race, results):
        print(f"  {race.name}: {race.runs} runs of {', '.join(c.name for c in race.contestants)}", file=sys.stderr)
        results.races.append(race)
        plan = {}
        for contestant in race.contestants:
            runs = self._warm_up(benchmark, race, contestant, results)
            if runs:
                plan[contestant.name] = (contestant, runs)
        for run in range(race.runs):
            order = list(plan.values())
            turn = run % len(order) if order else 0
            for contestant, runs in order[turn:] + order[:turn]:
                if run < runs:
                    self._run(benchmark, race, contestant, run, results)

    def _warm_up(self, benchmark, race, contestant, results):
        """How many runs the contestant gets: all, or what fits the budget, at least 3 (or the race's own number).

        Where the first one is slow beyond measure, it is kept, and is the only one."""
        expected = self._expected(benchmark, race, contestant)
        if expected > self._longest:
            results.failed[race.name, contestant.name] = f"not run: about {expected:.0f} s by its times for smaller sizes"
            return 0
        number, start = None, time.perf_counter()
        for _ in range(race.warm):
            number = self._attempt(race, contestant, results)
            if number is None:
                return 0
        seconds = (time.perf_counter() - start) / max(1, race.warm)
        if race.size:
            self._took.setdefault((benchmark, contestant.name), []).append((race.size, seconds))
        if contestant.stays or seconds < 0.01:
            return race.runs
        if number is not None and seconds > self._longest:
            self._write(benchmark, race, contestant, 0, number, results)
            results.failed[race.name, contestant.name] = f"one run took {seconds:.0f} s, so no more were made"
            return 0
        return min(race.runs, max(3, int(self._budget / seconds)))

    def _expected(self, benchmark, race, contestant):
        """Seconds of one run of a peer, on the line through two smaller sizes of the same growth; else 0."""
        known = self._took.get((benchmark, contestant.name), [])
        if contestant.stays or len(known) < 2:
            return 0
        (small, before), (large, after) = known[-2:]
        return after + (after - before) / (large - small) * (race.size - large)

    def _run(self, benchmark, race, contestant, run, results):
        number = self._attempt(race, contestant, results)
        if number is not None:
            self._write(benchmark, race, contestant, run, number, results)

    def _write(self, benchmark, race, contestant, run, number, results):
        results.add(race.name, contestant.name, run, number)
        line = {
            "benchmark": benchmark,
            "race": race.name,
            "size": race.size,
            "contestant": contestant.name,
            "run": run,
            "number": round(number, 4),
            "unit": race.unit,
        }
        self._lines.write(json.dumps(line) + "\n")
        self._lines.flush()

    @staticmethod
    def _attempt(race, contestant, results):
        """A number, or None where a peer fell out."""
        if (race.name, contestant.name) in results.failed:
            return None
        try:
            return contestant.run()
        except (ProgramFailed, EngineFailed) as failure:
            if contestant.stays:
                raise
            results.failed[race.name, contestant.name] = str(failure)
            return None
