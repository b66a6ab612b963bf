"""B7: one command and one cell in a running node, as a test does them."""

from harness.in_a_test import in_a_test
from harness.judgement import at_least, at_most
from harness.processes import LineServer, clocked
from harness.race import Contestant, Race
from harness.summary import ratio

ID = "B7"
TITLE = "a command and a cell in a test"
ABOUT = (
    "In one JVM: `node.bash` and `node.python` of the JUnit extension, `execInContainer` of Testcontainers on a container of"
    " the same image, and Testcontainers' own start and removal of such a container. The floors are held open by"
    " `docker exec` in the same node: a bash that is sent one line, and an ipykernel that is"
    " sent one cell by jupyter_client, by the clock in the node."
)
SHELL = "shell command"
CELL = "Python cell"
OURS = "nodestart"
TESTCONTAINERS = "Testcontainers execInContainer"

_BASH = 'echo ready; while read -r line; do eval "$line" >/dev/null; echo 0; done'
_KERNEL = """
import sys, time
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="python3")
print("ready", flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    client.execute_interactive(line, output_hook=lambda message: None)
    print((time.perf_counter() - start) * 1000, flush=True)
client.stop_channels()
manager.shutdown_kernel(now=True)
"""


def measure(context, race):
    runs = context.runs * 10
    with in_a_test(context, 1, context.work / "files") as test:
        _, node = test.greeting.split()
        inside = ["docker", "exec", "-i", node]
        with LineServer([*inside, "bash", "-c", _BASH]) as bash:
            contestants = [
                Contestant(OURS, lambda: test.ask("shell"), stays=True),
                Contestant(TESTCONTAINERS, lambda: test.ask("exec")),
                Contestant("a bash held open by docker exec", lambda: clocked(lambda: bash.ask("true"))),
            ]
            race(Race(SHELL, contestants, runs, warm=20))
        with LineServer([*inside, "/databricks/python/bin/python", "-c", _KERNEL]) as kernel:
            contestants = [
                Contestant(OURS, lambda: test.ask("python"), stays=True),
                Contestant("ipykernel by jupyter_client", lambda: kernel.ask("1 + 1")),
            ]
            race(Race(CELL, contestants, runs, warm=20))
        start = Contestant("Testcontainers start and stop", lambda: test.ask("start"))
        race(Race("a container", [start], context.few()))


def judge(results):
    times = ratio(results.of(SHELL, OURS), results.of(SHELL, TESTCONTAINERS))
    return [
        at_most("shell command in 2 ms", results.median(SHELL, OURS), 2),
        at_most("Python cell in 6 ms", results.median(CELL, OURS), 6),
        at_least("faster than `execInContainer`", times, 1, " times"),
    ]


def plots(results):
    return []
