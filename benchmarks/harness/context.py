"""What every benchmark is given: the checkout, the engine, the image, the contestants, and how much to measure."""

import os
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from harness.contestants import Contenders
from harness.engine import Engine
from harness.nodestart import Nodestart
from harness.processes import ProgramFailed, run, timed

LABEL = "dev.nodestart.benchmark"


@dataclass
class Context:
    """Sizes are thinned where quick is set."""

    home: Path
    work: Path
    runs: int
    quick: bool
    engine: Engine
    nodestart: Nodestart
    contenders: Contenders
    image: str
    jname: str

    @property
    def network(self):
        """For the containers of peers, which would be on the engine's default one: ours never are."""
        return self.engine.network("nodestart-benchmark", LABEL)

    def sizes(self, whole, quick):
        return quick if self.quick else whole

    def few(self, share=3):
        """The number of runs of what takes long."""
        return max(1, -(-self.runs // share))

    # --- the floor: a shell script that makes the same engine calls, see benchmarks/floor -----------------------------
    def floor(self, image=None, nodes=1):
        self._prepare_floor()
        return timed([self._floors / "launch.sh", image or self.image, nodes, self.work / "floor"])

    @property
    def _floors(self):
        return self.home / "benchmarks" / "floor"

    def _prepare_floor(self):
        folder = self.work / "floor"
        if folder.exists():
            return
        folder.mkdir()
        with zipfile.ZipFile(self.home / "cli/target/nodestart-whole.jar") as jar:
            jar.extract("dev/nodestart/runtime/stub-tree.jar", folder)
        with self.nodestart.cluster(self.image) as (_, node):
            (folder / "launch.conf").write_bytes(self.engine.get(node, "/databricks/.nodestart/launch.conf"))
            host = self.engine.json("GET", f"/containers/{node}/json")["HostConfig"]
        (folder / "limits").write_text(f'"Memory":{host["Memory"]},"NanoCpus":{host["NanoCpus"]}')
        stub = folder / "dev/nodestart/runtime/stub-tree.jar"
        run([self._floors / "archive.sh", stub, folder / "launch.conf", self.jname, folder])

    # --- Java ---------------------------------------------------------------------------------------------------------
    @property
    def java(self):
        home = os.environ.get("JAVA_HOME")
        return Path(home) / "bin" / "java" if home else "java"

    def java_class_path(self):
        """Of the programs in benchmarks/jmh, with Testcontainers; built where it is not, or older than the command."""
        module = self.home / "benchmarks" / "jmh"
        listed = module / "target" / "classpath"
        sources = [self.home / "cli/target/classpath", *module.glob("src/**/*.java"), module / "pom.xml"]
        if not listed.exists() or listed.stat().st_mtime < max(file.stat().st_mtime for file in sources):
            print("Building benchmarks/jmh …", file=sys.stderr)
            run([module / "run", "--build"])
        return f"{module}/target/classes:{listed.read_text().strip()}"


def warm_up(context):
    """Builds, makes the sample image ready, and waits for the archive of classes that the launcher makes once."""
    command = context.nodestart.command
    run([command, "runtimes", "list"], limit=1200)
    if not context.image:
        print("Making the sample image ready …", file=sys.stderr)
        said = subprocess.run([command, "verify", "--only", "boot"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        named = [word for word in (said.stdout + said.stderr).split() if word.startswith("nodestart/sample:")]
        if not named:
            raise ProgramFailed("The name of the sample image was not printed; name one with --image.\n" + said.stderr)
        context.image = named[0]
    print(f"Warming up with {context.image} …", file=sys.stderr)
    # the first launch lists its classes, and the next command makes the archive of them in the background
    context.nodestart.boot(context.image)
    run([command, "runtimes", "list"])
    until = time.monotonic() + 60
    while not _archive(context.home):
        if time.monotonic() > until:
            print("Warning: there is no archive of classes; the start of the JVM will be slow.", file=sys.stderr)
            break
        time.sleep(1)
    context.nodestart.boot(context.image)


def _archive(home):
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nodestart"
    built = (home / "cli/target/classpath").stat().st_mtime
    return any(
        file.stat().st_mtime >= built
        for folder in (home / "cli/target", cache)
        for file in folder.glob("loaded*.full.jsa")
    )
