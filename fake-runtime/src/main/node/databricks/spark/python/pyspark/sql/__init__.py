"""See the package above."""

from pyspark import NodestartHasNoSpark


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise NodestartHasNoSpark(
        "Nodestart starts nodes and does not run Spark: [pyspark.sql." + name + "] is not there."
    )
