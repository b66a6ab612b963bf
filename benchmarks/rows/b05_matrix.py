"""B5: several images on several runtime lines, several at a time."""

import os

from harness import machine
from harness.context import LABEL
from harness.judgement import Judgement, at_least, at_most, shown
from harness.processes import clocked, timed
from harness.race import Contestant, Race
from harness.summary import ratio

ID = "B5"
TITLE = "matrix"
ABOUT = (
    "`nodestart matrix` of four images, which differ in a label, on three runtime lines, against one `nodestart verify` after"
    " the other of the same twelve. What bounds it is told by how much of the cores was at work meanwhile, of everything on"
    " the machine."
)
LINES = ["13.3", "14.3", "15.4"]
SINGLE = "one verify after the other"
MATRIX = "one matrix"
COLUMNS = "cores at work"


def measure(context, race):
    number, lines = context.sizes((4, LINES), (2, LINES[-1:]))
    images = [f"nodestart-benchmark:matrix-{image}" for image in range(number)]
    try:
        for image in images:
            context.engine.build(image, f"FROM {context.image}\nLABEL {LABEL}={image}\n")
        shares = {}
        contestants = [
            Contestant(_at_a_time(parallel), _matrix(context, images, lines, parallel, shares), stays=True)
            for parallel in context.sizes([1, 2, 4], [1, 2])
        ]
        contestants.append(Contestant(SINGLE, lambda: _singles(context, images, lines), stays=True))
        runs = 1 if context.quick else context.few(5)
        race(Race(MATRIX, contestants, runs, warm=0))
        at_work = [Contestant(name, lambda found=found: found.pop(0)) for name, found in shares.items()]
        race(Race(COLUMNS, at_work, runs, unit="%", warm=0))
    finally:
        for image in images:
            context.engine.remove_image(image)


def _at_a_time(parallel):
    return f"matrix, {parallel} at a time"


def _matrix(context, images, lines, parallel, shares):
    flags = [*context.nodestart.image_flags(images[0])[1:], "--dbr", ",".join(lines), "--parallel", str(parallel)]
    command = [context.nodestart.command, "matrix", *images, *flags]

    def measured():
        before = machine.busy_seconds()
        took = timed(command, ok=(0, 1))
        share = (machine.busy_seconds() - before) / (took / 1000 * (os.cpu_count() or 1)) * 100
        shares.setdefault(_at_a_time(parallel), []).append(share)
        return took

    return measured


def _singles(context, images, lines):
    return clocked(lambda: [context.nodestart.verify(image, "--dbr", line) for image in images for line in lines])


def judge(results):
    one = results.of(MATRIX, _at_a_time(1))
    times = ratio(one, results.of(MATRIX, SINGLE))
    shares = [(name, results.median(COLUMNS, name)) for name in results.contestants(COLUMNS)]
    busiest = max((share for _, share in shares), default=None)
    gains = ", ".join(
        f"{name.removeprefix('matrix, ')} {shown(1 / ratio(one, results.of(MATRIX, name)))}" for name, _ in shares[1:]
    )
    return [
        at_least("bounded by the cores: at least 85 % of them at work", busiest, 85, " %"),
        at_most("nothing done twice: at most the time of single ones", times and 1 / times, 1, "times"),
        Judgement("how many times as fast as one at a time (no target)", gains, None),
    ]


def plots(results):
    return []
