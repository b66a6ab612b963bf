"""B6: commands that need no node."""

from harness.judgement import at_most
from harness.processes import run, timed
from harness.race import Contestant, Race

ID = "B6"
TITLE = "short commands"
ABOUT = (
    "Cold processes. The floor is a JVM with the launcher's flags that starts, prints one word and ends; `--version` needs"
    " none. `doctor` asks the engine and looks at the machine."
)
LIMITS = {"--version": 60, "checks list": 200, "doctor": 300}
FLOOR = "a JVM that prints one word"


def measure(context, race):
    classes = context.work / "trivial"
    run(["javac", "-d", classes, context.home / "benchmarks" / "floor" / "Trivial.java"])
    flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"]
    floor = Contestant(FLOOR, lambda: timed([context.java, *flags, "-cp", classes, "Trivial", "floor"]), stays=True)
    for words in LIMITS:
        command = [context.nodestart.command, *words.split()]
        # doctor's exit code says what it found
        ok = None if words == "doctor" else (0,)
        ours = Contestant("nodestart", lambda command=command, ok=ok: timed(command, ok=ok), stays=True)
        race(Race(words, [ours, floor], context.runs))


def judge(results):
    return [
        at_most(f"`{words}` in {limit} ms", results.median(words, "nodestart"), limit)
        for words, limit in LIMITS.items()
    ]


def plots(results):
    return []
