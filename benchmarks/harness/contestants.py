"""The contestants: installed by name from their own registries into a private folder of the user's cache.

One that cannot be installed is absent, with the reason, and is never imitated."""

import os
import re
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from harness.processes import ProgramFailed, run

GOSS = "goss"
STRUCTURE_TEST = "container-structure-test"
CANARY = "container-canary"
TESTINFRA = "pytest-testinfra"
DEVCONTAINER = "devcontainer"

_GO = {
    GOSS: ("github.com/goss-org/goss", "v0.4.9", "/cmd/goss"),
    STRUCTURE_TEST: ("github.com/GoogleContainerTools/container-structure-test", "v1.22.0", "/cmd/container-structure-test"),
    CANARY: ("github.com/nvidia/container-canary", "latest", ""),
}


@dataclass(frozen=True)
class Contender:
    """A contestant as it was found: the program, or the reason why there is none."""

    name: str
    program: Path
    version: str = ""
    absent: str = ""


class Contenders:
    """All of them, set up when they are first asked for."""

    def __init__(self, may_install):
        cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        self.folder = Path(cache) / "nodestart-benchmarks"
        self._may_install = may_install
        self.known = {}

    def all(self):
        for name in (TESTINFRA, GOSS, STRUCTURE_TEST, CANARY, DEVCONTAINER):
            self.get(name)

    def get(self, name):
        if name not in self.known:
            self.known[name] = self._find(name)
        return self.known[name]

    def present(self, name):
        return not self.get(name).absent

    def _find(self, name):
        program = self._program(name)
        if not program.exists():
            if not self._may_install:
                return Contender(name, program, absent="not installed here: [benchmarks/run --setup] does it")
            print(f"Installing {name} …", file=sys.stderr)
            try:
                self._install(name)
            except ProgramFailed as failure:
                return Contender(name, program, absent=f"cannot be installed: {_short(failure)}")
        try:
            return Contender(name, program, version=self._version(name, program))
        except ProgramFailed as failure:
            return Contender(name, program, absent=f"is installed and does not run: {failure}")

    def _program(self, name):
        if name == TESTINFRA:
            return self.folder / "python" / "bin" / "pytest"
        if name == DEVCONTAINER:
            return self.folder / "npm" / "node_modules" / ".bin" / "devcontainer"
        return self.folder / "go" / name

    def _install(self, name):
        self.folder.mkdir(parents=True, exist_ok=True)
        if name == TESTINFRA:
            venv.create(self.folder / "python", with_pip=True)
            run([self.folder / "python" / "bin" / "pip", "install", "--quiet", "pytest-testinfra"])
        elif name == DEVCONTAINER:
            run(["npm", "install", "--silent", "--prefix", self.folder / "npm", "@devcontainers/cli"])
        else:
            self._install_go(name, *_GO[name])

    def _install_go(self, name, module, version, package):
        # by the module's exact name: [go install PACKAGE@VERSION] asks the proxy for modules of longer names first, and
        # not every proxy answers that it has none
        folder = self.folder / "go" / f"{name}.build"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "go.mod").write_text("module benchmark\n")
        environment = {**os.environ, "CGO_ENABLED": "0", "GOFLAGS": "-mod=mod"}
        run(["go", "mod", "edit", f"-require={module}@{version}"], cwd=folder, env=environment)
        run(["go", "build", "-o", self.folder / "go" / name, module + package], cwd=folder, env=environment)

    @staticmethod
    def _version(name, program):
        if name == TESTINFRA:
            listed = run([program.parent / "pip", "list", "--format=freeze"]).split()
            return ", ".join(line.replace("==", " ") for line in listed if line.startswith(("pytest=", "pytest-testinfra=")))
        if name in (STRUCTURE_TEST, CANARY):
            return run([program, "version"]).strip().splitlines()[0]
        if name == GOSS:
            # built from its module, it does not know its own version
            return _GO[GOSS][1]
        return run([program, "--version"]).strip()


def _short(failure):
    """The end of what an installer said, without addresses."""
    return re.sub(r"https?://\S+", "its registry", str(failure).rpartition("exit code 1: ")[2]).replace("\t", " ")
