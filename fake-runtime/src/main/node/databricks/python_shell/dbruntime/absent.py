"""The names that a notebook has on the platform and that Nodestart cannot fill."""


class Absent:
    """Says plainly what it is not, whatever is asked of it."""

    def __init__(self, name):
        self.__dict__["_name"] = name

    def __getattr__(self, attribute):
        if attribute.startswith("_"):
            raise AttributeError(attribute)
        raise NotImplementedError(
            "Nodestart starts nodes and does not run Spark: [%s.%s] is not there." % (self._name, attribute)
        )

    def __repr__(self):
        return "<%s: Nodestart starts nodes and does not run Spark>" % self._name


def names():
    return {name: Absent(name) for name in ("spark", "sc", "sqlContext", "dbutils")}
