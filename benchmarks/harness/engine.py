"""The engine without a client: HTTP over its local socket, for the floors and for what is set up and taken away."""

import http.client
import io
import json
import os
import socket
import tarfile
from urllib.parse import quote


class EngineFailed(Exception):
    """The engine refused a call; the message holds the call and what the engine said."""


class _SocketConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("engine", timeout=300)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Engine:
    """The engine at DOCKER_HOST, which must be a local socket."""

    def __init__(self):
        host = os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock")
        if not host.startswith("unix://"):
            raise EngineFailed(f"DOCKER_HOST is [{host}]; the floors speak to an engine's local socket only.")
        self.socket = host[len("unix://") :]
        self._connection = _SocketConnection(self.socket)

    def call(self, method, path, body=None, kind="application/json"):
        """The bytes of an answer; the connection is kept for the next call."""
        if body is not None and kind == "application/json":
            body = json.dumps(body)
        headers = {"Content-Type": kind} if body is not None else {}
        try:
            answer, content = self._ask(method, path, body, headers)
        except (OSError, http.client.HTTPException) as broken:
            raise EngineFailed(f"No engine answers at [{self.socket}]: {broken}") from broken
        if answer.status >= 400:
            raise EngineFailed(f"{method} {path}: {answer.status} {content.decode(errors='replace').strip()}")
        return content

    def _ask(self, method, path, body, headers):
        """Asks on the kept connection, and where the engine has closed that one meanwhile, once more on a new one."""
        kept = self._connection.sock is not None
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            return answer, answer.read()
        except (BrokenPipeError, ConnectionResetError, http.client.RemoteDisconnected):
            self._connection.close()
            if not kept:
                raise
            return self._ask(method, path, body, headers)
        except (OSError, http.client.HTTPException):
            self._connection.close()
            raise

    def json(self, method, path, body=None):
        return json.loads(self.call(method, path, body) or "null")

    def version(self):
        answer = self.json("GET", "/version")
        return f"{answer['Version']} (API {answer['ApiVersion']})"

    def exec(self, container, command):
        """Runs a command in a container; gives its exit code and what it wrote on a terminal."""
        request = {"Cmd": command, "User": "0:0", "AttachStdout": True, "AttachStderr": True, "Tty": True}
        run = self.json("POST", f"/containers/{container}/exec", request)["Id"]
        output = self.call("POST", f"/exec/{run}/start", {"Detach": False, "Tty": True})
        return self.json("GET", f"/exec/{run}/json")["ExitCode"], output.decode(errors="replace")

    def put(self, container, folder, files):
        """Copies files, given as name: (bytes, mode), into a folder of a container."""
        self.call("PUT", f"/containers/{container}/archive?path={quote(folder)}", tar(files), "application/x-tar")

    def get(self, container, path):
        """The content of one file in a container."""
        content = self.call("GET", f"/containers/{container}/archive?path={quote(path)}")
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            return archive.extractfile(archive.next()).read()

    def build(self, tag, dockerfile):
        """Builds an image without a context."""
        said = self.call(
            "POST", f"/build?t={quote(tag)}&forcerm=1&networkmode=none", tar({"Dockerfile": (dockerfile.encode(), 0o644)}), "application/x-tar"
        )
        if b'"error"' in said:
            raise EngineFailed(f"The image [{tag}] could not be built: {said.decode(errors='replace').strip()[-500:]}")

    def remove_container(self, container):
        self.call("DELETE", f"/containers/{container}?force=true&v=true")

    def remove_containers(self, label):
        """Removes what carries a label, in whatever state."""
        wanted = quote(json.dumps({"label": [label]}))
        for container in self.json("GET", f"/containers/json?all=true&filters={wanted}"):
            self.remove_container(container["Id"])

    def network(self, name, label):
        """A network for the peers, made where it is not there."""
        if not self.json("GET", f"/networks?filters={quote(json.dumps({'name': [name]}))}"):
            self.json("POST", "/networks/create", {"Name": name, "Labels": {label: name}})
        return name

    def remove_network(self, name):
        try:
            self.call("DELETE", f"/networks/{name}")
        except EngineFailed:
            pass

    def remove_image(self, tag):
        try:
            self.call("DELETE", f"/images/{quote(tag)}?force=true")
        except EngineFailed:
            pass


def tar(files):
    """A tar archive of name: (bytes, mode)."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, (content, mode) in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), mode
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()
