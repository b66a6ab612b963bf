"""B8: many checks in all report formats."""

from harness.judgement import Judgement, at_most
from harness.plot import growth
from harness.processes import timed
from harness.race import Contestant, Race

ID = "B8"
TITLE = "reports"
ABOUT = (
    "A cold process that writes a result of so many checks and 16 nodes in every format, with a heap of 64 MB and without an"
    " archive of loaded classes (benchmarks/jmh, `Reports`). The floor is a JVM with the same flags that prints one word."
)
OURS = "nodestart"
FLOOR = "a JVM that prints one word"
CHECKS = [10, 100, 1000]
HEAP = 64


def measure(context, race):
    flags = [f"-Xmx{HEAP}m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"]
    java = [context.java, *flags, "-cp", f"{context.java_class_path()}:{context.work}"]
    timed(["javac", "-d", context.work, context.home / "benchmarks" / "floor" / "Trivial.java"])
    for checks in context.sizes(CHECKS, CHECKS[-1:]):
        command = [*java, "dev.nodestart.benchmarks.Reports", checks, context.work]
        contestants = [
            Contestant(OURS, lambda command=command: timed(command), stays=True),
            Contestant(FLOOR, lambda: timed([*java, "Trivial", "floor"]), stays=True),
        ]
        race(Race(f"{checks:,} checks", contestants, context.runs, size=checks))


def judge(results):
    took = results.median("1,000 checks", OURS)
    return [
        at_most("1,000 checks in all formats in 400 ms", took, 400),
        Judgement(f"with {HEAP} MB of heap", "ran with no more", True),
    ]


def plots(results):
    if len(results.races) < 2:
        return []
    return [growth("reports.svg", "All report formats by number of checks", "checks", "ms", results)]
