"""B2: questions to a running container, all in one trip against one by one."""

import json
import shlex

from harness.contestants import CANARY, GOSS, STRUCTURE_TEST, TESTINFRA
from harness.in_a_test import in_a_test
from harness.judgement import at_least, at_most
from harness.plot import growth
from harness.processes import ProgramFailed, clocked, timed
from harness.race import Contestant, Race
from harness.summary import ratio, slope

ID = "B2"
TITLE = "questions to a running container"
ABOUT = (
    "Every question is whether a file of the image is there, another file each. `Node.ask` is what the JUnit extension and"
    " the checks of `verify` use, in a JVM that runs; `nodestart exec` is a cold process. goss lies in the container and is"
    " run by one bare engine call; pytest-testinfra, container-structure-test and container-canary are cold processes, the"
    " last two on the image, since they start containers themselves. The floor is the same shell commands by one bare"
    " engine call. A peer that is slow beyond measure takes no part in the larger sizes."
)
ASK = "nodestart, Node.ask"
EXEC = "nodestart exec"
FLOOR = "one engine exec"
ONE_BY_ONE = "one engine exec a question"
SIZES = [1, 10, 50, 200, 1000]


def measure(context, race):
    listed = context.work / "files"
    with in_a_test(context, SIZES[-1], listed) as test:
        run_id, node = test.greeting.split()
        files = listed.read_text().split()
        for size in context.sizes(SIZES, [1, 50, 1000]):
            asked = files[:size]
            contestants = [
                Contestant(ASK, lambda size=size: test.ask(f"ask {size}"), stays=True),
                Contestant(EXEC, _exec(context, run_id, asked), stays=True),
                Contestant(FLOOR, _one_exec(context, node, asked), stays=True),
                Contestant(ONE_BY_ONE, _one_by_one(context, node, asked)),
                *_peers(context, node, asked),
            ]
            name = f"{size} question{'s' if size > 1 else ''}"
            race(Race(name, contestants, context.runs, size=size))


def _script(files):
    return "".join(f"[ -e {shlex.quote(file)} ]; echo $?\n" for file in files)


def _exec(context, run_id, files):
    command = [context.nodestart.command, "exec", run_id, "--shell", _script(files)]
    return lambda: timed(command)


def _one_exec(context, node, files):
    script = _script(files)
    # an argument of a program holds less than 128 KiB
    return lambda: clocked(lambda: context.engine.exec(node, ["sh", "-c", script]))


def _one_by_one(context, node, files):
    return lambda: clocked(lambda: [context.engine.exec(node, ["test", "-e", file]) for file in files])


def _peers(context, node, files):
    ways = {
        GOSS: _goss,
        TESTINFRA: _testinfra,
        STRUCTURE_TEST: _structure_test,
        CANARY: _canary,
    }
    return [
        Contestant(name, way(context, node, files)) for name, way in ways.items() if context.contenders.present(name)
    ]


def _goss(context, node, files):
    program = context.contenders.get(GOSS).program
    if len(files) == 1:
        context.engine.put(node, "/tmp", {"goss": (program.read_bytes(), 0o755)})
    wanted = {"file": {file: {"exists": True} for file in files}}
    context.engine.put(node, "/tmp", {f"goss-{len(files)}.json": (json.dumps(wanted).encode(), 0o644)})

    def validate():
        code, said = context.engine.exec(node, ["/tmp/goss", "-g", f"/tmp/goss-{len(files)}.json", "validate"])
        if code:
            raise ProgramFailed("goss: " + said.strip()[-300:])

    return lambda: clocked(validate)


def _testinfra(context, node, files):
    folder = context.work / f"testinfra-{len(files)}"
    folder.mkdir()
    test = folder / "test_files.py"
    test.write_text(
        "import pytest\n\n"
        f"@pytest.mark.parametrize('path', {files!r})\n"
        "def test_file(host, path):\n    assert host.file(path).exists\n"
    )
    program = context.contenders.get(TESTINFRA).program
    return lambda: timed([program, "-q", "-p", "no:cacheprovider", f"--hosts=docker://{node}", test], cwd=folder)


def _structure_test(context, node, files):
    tests = [{"name": file, "path": file, "shouldExist": True} for file in files]
    config = context.work / f"structure-{len(files)}.json"
    config.write_text(json.dumps({"schemaVersion": "2.0.0", "fileExistenceTests": tests}))
    program = context.contenders.get(STRUCTURE_TEST).program
    return lambda: timed([program, "test", "--image", context.image, "--config", config])


def _canary(context, node, files):
    checks = [
        {"name": f"file-{number}", "description": file, "probe": {"exec": {"command": ["test", "-e", file]}}}
        for number, file in enumerate(files)
    ]
    manifest = {
        "apiVersion": "container-canary.nvidia.com/v1",
        "kind": "Validator",
        "name": "benchmark",
        "command": ["sleep", "600"],
        "checks": checks,
    }
    file = context.work / f"canary-{len(files)}.yaml"
    file.write_text(json.dumps(manifest))
    program = context.contenders.get(CANARY).program
    return lambda: timed([program, "validate", "--file", file, context.image])


def judge(results):
    median = results.median
    each = slope([(race.size, median(race.name, ASK)) for race in results.races if race.size >= 50])
    judgements = [
        at_most("50 in 150 ms", median("50 questions", ASK), 150),
        at_most("1 ms for each after that", each, 1),
    ]
    for peer in (TESTINFRA, STRUCTURE_TEST, CANARY, ONE_BY_ONE):
        times = ratio(results.of("50 questions", ASK), results.of("50 questions", peer))
        if times is not None:
            judgements.append(at_least(f"50 at least 20 times faster than {peer}", times, 20, " times"))
    against = [
        ratio(results.of(race.name, ASK), results.of(race.name, GOSS))
        for race in results.races
        if results.of(race.name, GOSS)
    ]
    judgements.append(at_least("at every size at least as fast as goss", min(against, default=None), 1, " times at worst"))
    return judgements



def plots(results):
    if len(results.races) < 2:
        return []
    title = "Questions to a running container"
    return [growth("questions.svg", title, "questions", "ms", results, logarithmic=True)]
