"""How a Python REPL and the driver daemon talk: frames over the REPL's first standard input and output.

In:  RUN 0 <length>\\n<code>   CANCEL\\n
Out: READY <pid>\\n   FAIL|OUT|ERR|RESULT|TRACE <length>\\n<bytes>   END <status> <exit>\\n
"""

import os
import re
import signal
import threading

COLOURS = re.compile("\x1b\\[[0-9;]*[A-Za-z]")


class Frames:
    """Takes the two pipes away from standard input and output, so that no code of a cell can reach them."""

    def __init__(self):
        self._commands = os.fdopen(os.dup(0), "rb")
        self._answers = os.dup(1)
        self._lock = threading.Lock()
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)

    def line(self, text):
        self._write((text + "\n").encode())

    def part(self, kind, text):
        if text:
            body = COLOURS.sub("", text) if kind == "TRACE" else text
            body = body.encode("utf-8", "backslashreplace")
            self._write(("%s %d\n" % (kind, len(body))).encode() + body)

    def commands(self, run):
        """Calls run with each command's code; interrupts the main thread on CANCEL; ends the process with the driver."""
        while True:
            words = self._commands.readline().split()
            if not words:
                os._exit(0)
            if words[0] == b"RUN":
                run(self._commands.read(int(words[2])).decode("utf-8", "replace"))
            elif words[0] == b"CANCEL":
                # Sent to that thread and not to the process: only so does it end a sleep.
                signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)

    def _write(self, data):
        with self._lock:
            view = memoryview(data)
            while view:
                view = view[os.write(self._answers, view) :]
