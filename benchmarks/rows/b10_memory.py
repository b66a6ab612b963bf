"""B10: the memory of the process."""

import subprocess
import time
from pathlib import Path

from harness.judgement import at_most
from harness.processes import ProgramFailed
from harness.race import Contestant, Race

ID = "B10"
TITLE = "memory"
ABOUT = "The most that the process holds resident (VmHWM of /proc) while it launches and removes a cluster."
OURS = "nodestart"
LIMITS = {1: 150, 16: 200}


def measure(context, race):
    for nodes in context.sizes([1, 16], [1, 4]):
        ours = Contestant(OURS, lambda nodes=nodes: _peak(context, nodes), stays=True)
        race(Race(_name(nodes), [ours], context.few(5), unit="MB", warm=0))


def _name(nodes):
    return f"{nodes} node{'s' if nodes > 1 else ''}"


def _peak(context, nodes):
    process = subprocess.Popen(
        [str(word) for word in context.nodestart.boot_command(context.image, nodes)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    status = Path(f"/proc/{process.pid}/status")
    peak = 0
    while process.poll() is None:
        peak = max(peak, _resident_kilobytes(status))
        time.sleep(0.02)
    if process.returncode:
        raise ProgramFailed(f"The launch of [{nodes}] nodes ended with exit code {process.returncode}.")
    return peak / 1024


def _resident_kilobytes(status):
    try:
        lines = status.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def judge(results):
    return [
        at_most(f"{_name(nodes)}: {limit} MB", results.median(_name(nodes), OURS), limit, "MB")
        for nodes, limit in LIMITS.items()
        if results.of(_name(nodes), OURS)
    ]


def plots(results):
    return []
