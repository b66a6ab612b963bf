"""Runs programs: once with their time taken, or held open and asked line by line."""

import os
import subprocess
import time


class ProgramFailed(Exception):
    """A program ended as it should not have; the message holds the end of what it wrote."""


def run(command, ok=(0,), limit=600, **options):
    """Runs a program and gives its standard output; options go to subprocess.run."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=limit,
            text=True,
            errors="replace",
            **options,
        )
    except FileNotFoundError as missing:
        raise ProgramFailed(f"The program [{command[0]}] is not installed.") from missing
    except subprocess.TimeoutExpired as late:
        raise ProgramFailed(f"[{_shown(command)}] did not end within {limit} s.") from late
    if ok is not None and done.returncode not in ok:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-5:]
        raise ProgramFailed(f"[{_shown(command)}] ended with exit code {done.returncode}: " + " / ".join(said))
    return done.stdout


def timed(command, **options):
    """The milliseconds that a program takes from its start to its end."""
    start = time.perf_counter()
    run(command, **options)
    return (time.perf_counter() - start) * 1000


def clocked(action):
    """The milliseconds that something takes in this process."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def _shown(command):
    words = " ".join(str(word) for word in command)
    return words if len(words) < 120 else words[:117] + "..."


class LineServer:
    """A program that is held open: it is sent a line, and answers with a line that holds the milliseconds it took."""

    def __init__(self, command, **environment):
        self._command = command
        self._process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            bufsize=1,
            env={**os.environ, **environment},
        )
        self.greeting = self._answer()

    def ask(self, line):
        """The milliseconds that the program says it took."""
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass
        return float(self._answer())

    def _answer(self):
        line = self._process.stdout.readline().strip()
        if not line or line.startswith("failed"):
            self._process.stdin.close()
            said = self._process.stderr.read().strip().splitlines()[-5:]
            raise ProgramFailed(f"[{_shown(self._command)}] gave no answer: {line} " + " / ".join(said))
        return line

    def close(self):
        """Ends the program by the end of its input."""
        if not self._process.stdin.closed:
            self._process.stdin.close()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.close()
