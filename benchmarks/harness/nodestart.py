"""The nodestart command of this checkout: timed launches, and clusters that stay for a while."""

import contextlib
import json
import os
import time
from pathlib import Path

from harness.processes import run, timed


class Nodestart:
    """Calls the launcher script as a user does; recordings go to a folder of the benchmark."""

    def __init__(self, home, runs, jname):
        self.home = home
        self.command = home / "nodestart"
        self.runs = runs
        self._jname = jname
        os.environ["NODESTART_RUNS"] = str(runs)

    def image_flags(self, image):
        """What every launch of the image is given: Debian's Java has a name of its own."""
        return [image, "--env", f"JNAME={self._jname}", "--quiet"]

    def boot(self, image, *flags, nodes=1):
        """The milliseconds of a launch of so many nodes and of its removal."""
        return timed([*self.boot_command(image, nodes), *flags])

    def boot_command(self, image, nodes=1):
        return [self.command, "verify", *self.image_flags(image), "--only", "boot", "--workers", str(nodes - 1)]

    def verify(self, image, *flags):
        """The milliseconds of a whole verification; a DEGRADED image is one too."""
        return timed([self.command, "verify", *self.image_flags(image), *flags], ok=(0, 1))

    def detach(self, image):
        """Launches a cluster that stays; gives the milliseconds and what the command said of it."""
        start = time.perf_counter()
        said = run([self.command, "launch", *self.image_flags(image), "--detach", "--json"])
        return (time.perf_counter() - start) * 1000, json.loads(said)

    def stop(self, launched):
        run([self.command, "stop", launched["run_id"], "--quiet"])

    @contextlib.contextmanager
    def cluster(self, image):
        """A cluster that is there while the block runs: its run id and its driver's container."""
        _, launched = self.detach(image)
        try:
            yield launched["run_id"], launched["nodes"][0]["container_id"]
        finally:
            self.stop(launched)

    def stage_milliseconds(self, run_id, stage):
        """What a stage took in a recorded launch, over all of its nodes the longest."""
        recorded = json.loads((Path(self.runs) / run_id / "launch.json").read_text())
        return max(one["duration_us"] for one in recorded["stages"] if one["stage"] == stage) / 1000
