"""Stub of the same name, written for Nodestart: starts the notebook's ipykernel and bridges it to the driver daemon.

The kernel is the image's own, with its sockets. A thread beside it is its client, so that one command costs what
ipykernel costs and little more. Usage: db_ipykernel_launcher.py [module,module,...]
"""

import importlib
import os
import queue
import sys
import tempfile
import threading
import traceback

del sys.path[0]

from dbruntime import absent  # noqa: E402
from dbruntime.frames import Frames  # noqa: E402


def start_kernel():
    """The imports whose absence keeps the REPL from starting come first (dcs.md §4.9, F05)."""
    for module in filter(None, ",".join(sys.argv[1:]).split(",")):
        importlib.import_module(module)
    from ipykernel.kernelapp import IPKernelApp
    from jupyter_client import BlockingKernelClient

    connection = os.path.join(tempfile.gettempdir(), "kernel-%d.json" % os.getpid())
    app = IPKernelApp.instance()
    app.log_connection_info = lambda: None
    app.initialize(["-f", connection, "--HistoryManager.enabled=False", "--InteractiveShell.colors=NoColor"])
    app.shell.push(absent.names(), interactive=False)
    return app, BlockingKernelClient


class Bridge:
    """The kernel's one client."""

    def __init__(self, frames, app, client_class):
        self.frames = frames
        self.app = app
        self.client_class = client_class
        self.cells = queue.Queue()

    def run(self):
        try:
            self.client = self.client_class()
            self.client.load_connection_file(self.app.abs_connection_file)
            self.client.start_channels(stdin=False, hb=False)
            self.subscribe()
            self.frames.line("READY %d" % os.getpid())
            while True:
                self.cell(self.cells.get())
        except BaseException:
            self.frames.part("FAIL", traceback.format_exc())
            os._exit(1)

    def subscribe(self):
        """A subscription takes effect some time after it is made: the first message that comes tells."""
        while True:
            self.client.kernel_info()
            try:
                self.client.get_iopub_msg(timeout=0.05)
                return
            except queue.Empty:
                pass

    def cell(self, code):
        request = self.client.execute(code, store_history=True, allow_stdin=False)
        while not self.shown(self.client.get_iopub_msg(timeout=None), request):
            pass
        while True:
            reply = self.client.get_shell_msg(timeout=None)
            if reply["parent_header"].get("msg_id") == request:
                break
        ok = reply["content"]["status"] == "ok"
        self.frames.line("END ok 0" if ok else "END error 1")

    def shown(self, message, request):
        """Passes a message on; true when it says that the command is over."""
        kind = message["header"]["msg_type"]
        content = message["content"]
        if kind == "stream":
            self.frames.part("ERR" if content["name"] == "stderr" else "OUT", content["text"])
        elif kind == "execute_result":
            self.frames.part("RESULT", content["data"].get("text/plain", ""))
        elif kind == "display_data":
            self.frames.part("OUT", content["data"].get("text/plain", "") + "\n")
        elif kind == "error":
            self.frames.part("TRACE", "\n".join(content["traceback"]))
        elif kind == "status" and content["execution_state"] == "idle":
            return message["parent_header"].get("msg_id") == request
        return False


def main():
    frames = Frames()
    try:
        app, client_class = start_kernel()
    except BaseException:
        frames.part("FAIL", traceback.format_exc())
        os._exit(1)
    bridge = Bridge(frames, app, client_class)
    threading.Thread(target=bridge.run, daemon=True).start()
    threading.Thread(target=frames.commands, args=(bridge.cells.put,), daemon=True).start()
    app.start()


main()
