"""B3: a launch with parts of a real runtime laid over /databricks."""

import os

from harness.context import LABEL
from harness.judgement import Judgement, at_most, shown
from harness.plot import growth
from harness.processes import clocked, run
from harness.race import Contestant, Race
from harness.summary import difference

ID = "B3"
TITLE = "runtime tree"
ABOUT = (
    "`verify --only boot --runtime-tree DIR`. First: a folder that no launch has seen, of hard links to the same files, so"
    " that the disk is not what is measured. Repeat: the same folder again. The last contestant is what a copy would cost on"
    " every launch: the engine takes the tree as an archive into a created container, and nothing else is counted."
)
NONE = "no tree"
FIRST = "first launch"
REPEAT = "repeated launch"
COPY = "the copying alone, by the engine"
# megabytes, files
TREES = [(40, 2_000), (200, 10), (1_000, 20_000)]


def measure(context, race):
    for megabytes, files in context.sizes(TREES, TREES[:1]):
        tree = context.work / f"tree-{megabytes}"
        _plant(tree, megabytes, files)
        archive = context.work / "tree.tar"
        run(["tar", "-C", tree, "-cf", archive, "."])
        fresh = _Fresh(context, tree)
        contestants = [
            Contestant(REPEAT, lambda tree=tree: context.nodestart.boot(context.image, "--runtime-tree", tree), stays=True),
            Contestant(NONE, lambda: context.nodestart.boot(context.image), stays=True),
            Contestant(FIRST, fresh.launch, stays=True),
            Contestant(COPY, lambda archive=archive: _copy(context, archive)),
        ]
        race(Race(f"{megabytes} MB in {files:,} files", contestants, context.few() if context.quick else context.runs, size=megabytes))
        run(["rm", "-rf", tree, archive, fresh.folder])


def _plant(tree, megabytes, files):
    """Half of the files in a folder of the tree's own, half in one that the stub has too."""
    content = os.urandom(1024 * 64)
    size = megabytes * 1_000_000 // files
    for number in range(files):
        top = "lib" if number % 2 else "spark/data"
        file = tree / top / f"{number % 50:02}" / f"{number:05}"
        file.parent.mkdir(parents=True, exist_ok=True)
        with open(file, "wb") as target:
            for start in range(0, size, len(content)):
                target.write(content[: min(len(content), size - start)])


class _Fresh:
    """A copy of the tree under a new name for each launch, made of hard links."""

    def __init__(self, context, tree):
        self._context = context
        self._tree = tree
        self._made = 0
        self.folder = context.work / f"{tree.name}-fresh"

    def launch(self):
        self._made += 1
        copy = self.folder / str(self._made)
        self.folder.mkdir(exist_ok=True)
        run(["cp", "-al", self._tree, copy])
        return self._context.nodestart.boot(self._context.image, "--runtime-tree", copy)


def _copy(context, archive):
    engine = context.engine
    made = engine.json("POST", "/containers/create", {"Image": context.image, "Labels": {LABEL: "tree"}})["Id"]
    try:
        with open(archive, "rb") as content:
            path = f"/containers/{made}/archive?path=/opt"
            return clocked(lambda: engine.call("PUT", path, content, "application/x-tar"))
    finally:
        engine.remove_container(made)


def judge(results):
    judgements = []
    for race in results.races:
        over = difference(results.of(race.name, REPEAT), results.of(race.name, NONE))
        judgements.append(at_most(f"{race.name}: repeat at most 30 ms over none", over, 30))
    first = [difference(results.of(race.name, FIRST), results.of(race.name, NONE)) for race in results.races]
    said = ", ".join(f"{shown(one)} ms" for one in first)
    return [*judgements, Judgement("first launch over none (no target)", said, None)]


def plots(results):
    if len(results.races) < 2:
        return []
    return [growth("tree-size.svg", "Launch by size of the runtime tree", "MB", "ms", results)]
