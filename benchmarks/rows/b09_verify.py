"""B9: the whole answer for the warm sample."""

from harness.contestants import CANARY
from harness.judgement import at_most
from harness.processes import run, timed
from harness.race import Contestant, Race

ID = "B9"
TITLE = "verify"
ABOUT = (
    "`nodestart verify` of the warm sample with all checks, and with `--only boot`. container-canary judges the same image by"
    " the Databricks manifest that its own module brings; it starts no runtime. The floor is the shell script of B1."
)
WHOLE = "all checks"
BOOT = "boot alone"


def measure(context, race):
    whole = Contestant(WHOLE, lambda: context.nodestart.verify(context.image), stays=True)
    boot = Contestant(BOOT, lambda: context.nodestart.boot(context.image), stays=True)
    floor = Contestant("shell script that boots", context.floor, stays=True)
    race(Race("the sample", [whole, boot, floor, *_canary(context)], context.runs, warm=0 if context.quick else 1))


def _canary(context):
    if not context.contenders.present(CANARY):
        return []
    program = context.contenders.get(CANARY).program
    build = program.parent / f"{CANARY}.build"
    source = run(["go", "list", "-m", "-f", "{{.Dir}}", "github.com/nvidia/container-canary"], cwd=build).strip()
    manifest = f"{source}/examples/databricks.yaml"
    # it judges; that it does not pass the image is no failure of the race
    return [Contestant("container-canary, Databricks manifest", lambda: timed([program, "validate", "--file", manifest, context.image], ok=(0, 1)))]


def judge(results):
    return [
        at_most("all of it in 3 s", results.median("the sample", WHOLE), 3000),
        at_most("`--only boot` in 1 s", results.median("the sample", BOOT), 1000),
    ]


def plots(results):
    return []
