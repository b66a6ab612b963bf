"""Stub of the same name, written for Nodestart: starts the notebook's ipykernel and bridges it to the driver daemon.

The kernel is the image's own, with its sockets. A thread beside it is its client, so that one command costs what
ipykernel costs and little more. Usage: db_ipykernel_launcher.py [module,module,...]
"""

import importlib
import json
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

    connection = os.path.join(tempfile.gettempdir(), "kernel-%d.json" % os.getpid())
    app = IPKernelApp.instance()
    app.log_connection_info = lambda: None
    app.initialize(["-f", connection, "--HistoryManager.enabled=False", "--InteractiveShell.colors=NoColor"])
    app.shell.push(absent.names(), interactive=False)
    return app


class Bridge:
    """The kernel's one client: its sockets themselves, since jupyter_client's own costs as much again as the kernel."""

    MARK = b"<IDS|MSG>"

    def __init__(self, frames, app):
        self.frames = frames
        self.app = app
        self.cells = queue.Queue()

    def run(self):
        try:
            self.connect()
            self.subscribe()
            self.frames.line("READY %d" % os.getpid())
            while True:
                self.cell(self.cells.get())
        except BaseException:
            self.frames.part("FAIL", traceback.format_exc())
            os._exit(1)

    def connect(self):
        import zmq
        from jupyter_client.session import Session

        with open(self.app.abs_connection_file) as file:
            kernel = json.load(file)
        self.session = Session(key=kernel["key"].encode(), signature_scheme=kernel["signature_scheme"])
        context = zmq.Context()
        self.requests = context.socket(zmq.DEALER)
        self.messages = context.socket(zmq.SUB)
        self.messages.setsockopt(zmq.SUBSCRIBE, b"")
        for socket, channel in ((self.requests, "shell_port"), (self.messages, "iopub_port")):
            socket.connect("%s://%s:%d" % (kernel["transport"], kernel["ip"], kernel[channel]))

    def subscribe(self):
        """A subscription takes effect some time after it is made: the first message that comes tells."""
        self.ask("kernel_info_request", {})
        while not self.messages.poll(50):
            self.ask("kernel_info_request", {})

    def ask(self, kind, content):
        return self.session.send(self.requests, kind, content)["header"]["msg_id"]

    def receive(self, socket):
        """Header, parent header and content of the next message: after who it is for, the mark and a signature."""
        parts = socket.recv_multipart()
        start = parts.index(self.MARK) + 2
        header, parent, _, content = parts[start : start + 4]
        return json.loads(header), json.loads(parent), json.loads(content)

    def cell(self, code):
        request = self.ask(
            "execute_request",
            {
                "code": code,
                "silent": False,
                "store_history": True,
                "user_expressions": {},
                "allow_stdin": False,
                # one command is asked at a time: what comes after a failed one was not queued behind it
                "stop_on_error": False,
            },
        )
        while not self.shown(*self.receive(self.messages), request):
            pass
        while True:
            _, parent, content = self.receive(self.requests)
            if parent.get("msg_id") == request:
                break
        self.frames.line("END ok 0" if content["status"] == "ok" else "END error 1")

    def shown(self, header, parent, content, request):
        """Passes a message on; true when it says that the command is over."""
        kind = header["msg_type"]
        if kind == "stream":
            self.frames.part("ERR" if content["name"] == "stderr" else "OUT", content["text"])
        elif kind == "execute_result":
            self.frames.part("RESULT", content["data"].get("text/plain", ""))
        elif kind == "display_data":
            self.frames.part("OUT", content["data"].get("text/plain", "") + "\n")
        elif kind == "error":
            self.frames.part("TRACE", "\n".join(content["traceback"]))
        elif kind == "status" and content["execution_state"] == "idle":
            return parent.get("msg_id") == request
        return False


def main():
    frames = Frames()
    try:
        app = start_kernel()
    except BaseException:
        frames.part("FAIL", traceback.format_exc())
        os._exit(1)
    bridge = Bridge(frames, app)
    threading.Thread(target=bridge.run, daemon=True).start()
    threading.Thread(target=frames.commands, args=(bridge.cells.put,), daemon=True).start()
    app.start()


main()
