"""Nodestart's stand-in for the injected pyspark: it can be imported, and says plainly that there is no Spark."""

__version__ = "0.0.0+nodestart"


class NodestartHasNoSpark(ImportError):
    """Raised by whatever would need Spark; an ImportError, so that libraries which can do without it do."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise NodestartHasNoSpark(
        "Nodestart starts nodes and does not run Spark: [pyspark." + name + "] is not there."
    )
