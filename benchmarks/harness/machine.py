"""The machine, the engine and the versions, for the head of the page."""

import datetime
import os
import platform
import re
import shutil
from pathlib import Path

from harness.processes import ProgramFailed, run


def describe(context, command_line):
    """Rows of name and text."""
    contenders = context.contenders.known.values()
    rows = [
        ("date", datetime.datetime.now(datetime.timezone.utc).strftime("%F %R UTC")),
        ("command", command_line),
        ("commit", _first(["git", "-C", context.home, "describe", "--always", "--dirty"])),
        ("image", context.image),
        ("engine", context.engine.version()),
        ("machine", f"{os.cpu_count()} cores, {_processor()}, {_memory()}, kernel {platform.release()}"),
        ("Java", _java(context)),
        ("load before", f"{load():.1f}" + ("; **the machine was busy: these numbers are too high**" if busy() else "")),
    ]
    rows += [(one.name, one.version) for one in contenders if not one.absent]
    rows += [(one.name, f"absent: {one.absent}") for one in contenders if one.absent]
    return rows


def load():
    return os.getloadavg()[0]


def busy():
    return load() > (os.cpu_count() or 1) / 2


def busy_seconds():
    """Seconds that the cores have worked since the machine started, all together."""
    fields = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    idle = fields[3] + fields[4]
    return (sum(fields) - idle) / os.sysconf("SC_CLK_TCK")


def _processor():
    named = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return named.group(1) if named else platform.machine()


def _memory():
    total = re.search(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(), re.MULTILINE)
    return f"{int(total.group(1)) / 1024 / 1024:.0f} GiB"


def _java(context):
    release = Path(os.path.realpath(_which(context.java))).parent.parent / "release"
    if release.exists():
        return re.search(r'JAVA_VERSION="(.*)"', release.read_text()).group(1)
    return "unknown"


def _which(program):
    return shutil.which(str(program)) or str(program)


def _first(command):
    try:
        return run(command).strip()
    except ProgramFailed:
        return "unknown"
