"""Nodestart's stand-in for the injected pyspark: it can be imported, and says plainly that there is no Spark."""

import os

__version__ = os.environ.get("NODESTART_SPARK_VERSION", "0.0.0")


class NodestartHasNoSpark(NotImplementedError):
    """Raised by whatever would need a Spark engine."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise NodestartHasNoSpark(
        "Nodestart starts nodes and does not run Spark: [pyspark." + name + "] is not there."
    )
