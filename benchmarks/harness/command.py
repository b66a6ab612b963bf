"""The command line: what is run, how often, and where the page goes."""

import argparse
import datetime
import shlex
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from harness import machine, plot, table
from harness.context import LABEL, Context, warm_up
from harness.contestants import Contenders
from harness.engine import Engine, EngineFailed
from harness.judgement import Judgement
from harness.nodestart import Nodestart
from harness.processes import ProgramFailed
from harness.race import Results, Runner
from rows import ROWS

HOME = Path(__file__).resolve().parents[2]


def main(arguments, about):
    asked = _parse(arguments, about)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    work = Path(tempfile.mkdtemp(prefix="nodestart-benchmark-"))
    try:
        return _run(asked, work, "benchmarks/run " + shlex.join(arguments))
    except (ProgramFailed, EngineFailed) as failure:
        print(f"benchmarks/run: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _parse(arguments, about):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run", description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="small sizes and few runs: under three minutes")
    parser.add_argument("--only", metavar="B1,B2", default="", help="these benchmarks: " + ", ".join(row.ID for row in ROWS))
    parser.add_argument("--runs", metavar="N", type=int, help="runs of each contestant; 15 by default, 2 with --quick")
    parser.add_argument("--image", default="", help="the image; the project's sample by default")
    parser.add_argument("--env", metavar="JNAME", default="java-17-openjdk-amd64", help="Java's folder in that image")
    parser.add_argument("--setup", action="store_true", help="installs the contestants, and does nothing else")
    parser.add_argument("--results", metavar="FOLDER", type=Path, help="where the page goes; a new folder by default")
    asked = parser.parse_args(arguments)
    wanted = [name for name in asked.only.upper().split(",") if name]
    unknown = [name for name in wanted if name not in {row.ID for row in ROWS}]
    if unknown:
        parser.error(f"--only names [{unknown[0]}], which is no benchmark")
    if asked.runs is not None and asked.runs < 1:
        parser.error(f"--runs is [{asked.runs}], and must be a number from 1 on")
    asked.rows = [row for row in ROWS if not wanted or row.ID in wanted]
    return asked


def _run(asked, work, command_line):
    contenders = Contenders(may_install=not asked.quick or asked.setup)
    if asked.setup:
        contenders.all()
        for one in contenders.known.values():
            print(f"{one.name}: {one.absent or one.version}")
        return 0
    nodestart = Nodestart(HOME, work / "runs", asked.env)
    runs = asked.runs or (2 if asked.quick else 15)
    engine = Engine()
    engine.version()
    context = Context(HOME, work, runs, asked.quick, engine, nodestart, contenders, asked.image, asked.env)
    if machine.busy():
        print(f"Warning: the load is {machine.load():.1f}; the numbers will be too high and noisy.", file=sys.stderr)
    contenders.all()
    warm_up(context)
    head = machine.describe(context, command_line)
    stamp = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H-%M")
    folder = asked.results or HOME / "benchmarks" / "results" / stamp
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return _measure(asked, context, folder, head)
    finally:
        engine.remove_containers(LABEL)
        engine.remove_network("nodestart-benchmark")


def _measure(asked, context, folder, head):
    judged, sections, failed = [], [], False
    with open(folder / "numbers.jsonl", "w") as lines:
        runner = Runner(lines, longest=8 if asked.quick else 20, budget=6 if asked.quick else 90)
        for row in asked.rows:
            print(f"{row.ID} {row.TITLE}", file=sys.stderr)
            results = Results()
            failure = _attempt(row, context, lambda race: runner.race(row.ID, race, results))
            if failure:
                failed = True
                print(f"benchmarks/run: {row.ID}: {failure}", file=sys.stderr)
                judged.append((row, [Judgement("all of it", f"failed: {failure}", False)]))
                continue
            plots = row.plots(results)
            for one in plots:
                (folder / one.file).write_text(plot.svg(one))
            judged.append((row, row.judge(results)))
            sections.append(table.section(row, results, plots))
            # written after each, so that a run that is ended leaves what it has
            (folder / "README.md").write_text(table.page(head, judged, sections))
    print("\n".join(table.overview(judged)))
    print(f"\nWritten to {folder}.", file=sys.stderr)
    return 1 if failed else 0


def _attempt(row, context, race):
    """Measures a row; gives what went wrong where ours or a floor failed, so that the others are measured all the same."""
    try:
        row.measure(context, race)
    except (ProgramFailed, EngineFailed) as failure:
        return str(failure).replace("\n", " ")
    return ""
