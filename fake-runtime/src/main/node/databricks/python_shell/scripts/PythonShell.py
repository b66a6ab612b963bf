"""Stub of the same name, written for Nodestart: the notebook's Python of DBR 10.4 and earlier, in IPython where it is.

Usage: PythonShell.py [module,module,...]
"""

import ast
import importlib
import os
import queue
import sys
import threading
import traceback

del sys.path[0]

from dbruntime import absent  # noqa: E402
from dbruntime.frames import Frames  # noqa: E402


class Output:
    """A standard stream of the cells, sent line by line."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, frames, kind):
        self.frames = frames
        self.kind = kind
        self.held = ""

    def write(self, text):
        self.held += text
        if "\n" in text or len(self.held) > 8192:
            self.flush()
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        held, self.held = self.held, ""
        self.frames.part(self.kind, held)

    def isatty(self):
        return False


class PlainShell:
    """Runs cells with nothing but the interpreter."""

    def __init__(self, frames):
        self.frames = frames
        self.names = dict(absent.names(), __name__="__main__")

    def run(self, code):
        try:
            tree = ast.parse(code, "<command>")
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, "<command>", "exec"), self.names)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), "<command>", "eval"), self.names)
                if value is not None:
                    self.frames.part("RESULT", repr(value))
            return True
        except BaseException:
            self.frames.part("TRACE", traceback.format_exc())
            return False


def ipython_shell(frames):
    from IPython.core.displayhook import DisplayHook
    from IPython.core.interactiveshell import InteractiveShell

    class Hook(DisplayHook):
        def write_output_prompt(self):
            pass

        def write_format_data(self, format_dict, md_dict=None):
            frames.part("RESULT", format_dict.get("text/plain", ""))

        def finish_displayhook(self):
            pass

    class Shell(InteractiveShell):
        displayhook_class = Hook

        def _showtraceback(self, etype, evalue, stb):
            frames.part("TRACE", "\n".join(stb))

        def init_history(self):
            self.config.HistoryManager.enabled = False
            super().init_history()

        def ask_exit(self):
            """What exit and quit call: a notebook's session goes on."""

        def run(self, code):
            return self.run_cell(code, store_history=True).success

    shell = Shell.instance()
    shell.colors = "NoColor"
    shell.push(absent.names(), interactive=False)
    return shell


def start_shell(frames):
    modules = [name for name in ",".join(sys.argv[1:]).split(",") if name]
    for module in modules:
        importlib.import_module(module)
    try:
        return ipython_shell(frames)
    except ImportError:
        return PlainShell(frames)


def main():
    frames = Frames()
    try:
        shell = start_shell(frames)
    except BaseException:
        frames.part("FAIL", traceback.format_exc())
        os._exit(1)
    sys.stdout = Output(frames, "OUT")
    sys.stderr = Output(frames, "ERR")
    cells = queue.Queue()
    threading.Thread(target=frames.commands, args=(cells.put,), daemon=True).start()
    frames.line("READY %d" % os.getpid())
    while True:
        try:
            ok = shell.run(cells.get())
        except KeyboardInterrupt:
            ok = False
        sys.stdout.flush()
        sys.stderr.flush()
        frames.line("END ok 0" if ok else "END error 1")


main()
