"""B1: a launch against a shell script with the same engine calls, and against devcontainer up."""

import json
import os

from harness.context import LABEL
from harness.contestants import DEVCONTAINER
from harness.judgement import at_least, at_most
from harness.plot import growth
from harness.processes import timed
from harness.race import Contestant, Race
from harness.summary import difference, ratio

ID = "B1"
TITLE = "launch"
ABOUT = (
    "`verify --only boot` of the warm sample, from the start of the process to the removal of its last object, against"
    " `benchmarks/floor/launch.sh`, which makes the same engine calls with curl and runs the same programs in the node."
    " `devcontainer up` starts no runtime, so it is raced against `launch --detach` less its stage `start_spark`;"
    " the removal is in neither. The padded images are the sample with one more layer."
)
OURS = "nodestart"
SCRIPT = "shell script"
NODE = "one node"
BARE = "without the runtime's start"


def measure(context, race):
    race(Race(NODE, [Contestant(OURS, lambda: context.nodestart.boot(context.image), stays=True), _script(context)], context.runs))
    contestants = [Contestant(OURS, lambda: _detached(context), stays=True)]
    if context.contenders.present(DEVCONTAINER):
        contestants.append(Contestant("devcontainer up", _devcontainer(context)))
    race(Race(BARE, contestants, context.runs))
    _image_sizes(context, race)


def _script(context, image=None):
    return Contestant(SCRIPT, lambda: context.floor(image), stays=True)


def _detached(context):
    took, launched = context.nodestart.detach(context.image)
    context.nodestart.stop(launched)
    return took - context.nodestart.stage_milliseconds(launched["run_id"], "start_spark")


def _devcontainer(context):
    project = context.work / "devcontainer"
    settings = {"image": context.image, "runArgs": [f"--network={context.network}"]}
    (project / ".devcontainer").mkdir(parents=True)
    (project / ".devcontainer" / "devcontainer.json").write_text(json.dumps(settings))
    label = f"{LABEL}=devcontainer"
    command = [context.contenders.get(DEVCONTAINER).program, "up", "--workspace-folder", project, "--id-label", label]

    def run():
        try:
            return timed(command, env={**os.environ, "NO_COLOR": "1"})
        finally:
            context.engine.remove_containers(label)

    return run


def _image_sizes(context, race):
    base = context.engine.json("GET", f"/images/{context.image}/json")["Size"]
    for megabytes in context.sizes([0, 500, 1000, 3000], []):
        tag = f"nodestart-benchmark:padded-{megabytes}"
        dockerfile = f"FROM {context.image}\nLABEL {LABEL}=padded\n"
        if megabytes:
            dockerfile += f"RUN head -c {megabytes}000000 /dev/zero >/padding\n"
        context.engine.build(tag, dockerfile)
        try:
            ours = Contestant(OURS, lambda tag=tag: context.nodestart.boot(tag), stays=True)
            size = round(base / 1e9 + megabytes / 1000, 2)
            race(Race(f"image of {size} GB", [ours, _script(context, tag)], context.few(), size=size))
        finally:
            context.engine.remove_image(tag)


def judge(results):
    over = difference(results.of(NODE, OURS), results.of(NODE, SCRIPT))
    times = ratio(results.of(BARE, OURS), results.of(BARE, "devcontainer up"))
    return [
        at_most("at most 300 ms over the shell script, JVM included", over, 300),
        at_least("without the runtime's start faster than `devcontainer up`", times, 1, " times as fast"),
    ]


def plots(results):
    if not any(race.size for race in results.races):
        return []
    return [growth("image-size.svg", "Launch of one node by image size", "GB", "ms", results)]
