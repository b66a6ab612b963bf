"""A JVM that runs tests: the JUnit extension's API on a running node, and Testcontainers beside it."""

from harness.processes import LineServer


def in_a_test(context, questions, files):
    """Starts it; it greets with the run and the container of its node, and writes the files that it asks for."""
    command = [context.java, "-cp", context.java_class_path(), "dev.nodestart.benchmarks.InATest"]
    command += [context.image, context.jname, questions, files, context.network]
    # no helper images of Testcontainers: they would be pulled
    return LineServer(command, TESTCONTAINERS_RYUK_DISABLED="true", TESTCONTAINERS_HOST_OVERRIDE="localhost")
