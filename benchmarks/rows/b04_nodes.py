"""B4: clusters of several nodes."""

from harness.judgement import at_most
from harness.plot import growth
from harness.race import Contestant, Race
from harness.summary import slope

ID = "B4"
TITLE = "nodes of a cluster"
ABOUT = (
    "`verify --only boot --workers N` against the same shell script, which starts its nodes side by side too. The slope is"
    " that of a straight line through the medians."
)
OURS = "nodestart"
SCRIPT = "shell script"


def measure(context, race):
    for nodes in context.sizes([1, 2, 4, 8, 16], [1, 4]):
        contestants = [
            Contestant(OURS, lambda nodes=nodes: context.nodestart.boot(context.image, nodes=nodes), stays=True),
            Contestant(SCRIPT, lambda nodes=nodes: context.floor(nodes=nodes), stays=True),
        ]
        race(Race(f"{nodes} node{'s' if nodes > 1 else ''}", contestants, context.few(), size=nodes, warm=0 if context.quick else 1))


def judge(results):
    median = results.median
    ours = slope([(race.size, median(race.name, OURS)) for race in results.races])
    script = slope([(race.size, median(race.name, SCRIPT)) for race in results.races])
    said = f"{ours:.0f} ms a node, the script {script:.0f} ms"
    return [at_most("slope per node at most 1.1 times the script's", ours / script, 1.1, "times", said)]



def plots(results):
    return [growth("nodes.svg", "Launch and removal by number of nodes", "nodes", "ms", results)]
