package dev.nodestart.cli;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.ClusterRun;
import dev.nodestart.emulator.launch.HarnessException;
import dev.nodestart.emulator.launch.NodeCopy;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * A node on which a launch failed.
 *
 * @param engine where it is
 * @param run its run
 * @param node itself
 * @param ip its address, empty where that is not known
 */
record FailedNode(Engine engine, ClusterRun run, ClusterRun.Node node, String ip) {

    /**
     * Opens the best shell that there is: the node's own, that of a copy, one that is laid into a copy, or none but its
     * files. Gives the shell's exit code.
     */
    int look(DebugShell shell, FailurePoint failure, Supplier<Optional<ToolBox>> tools, Consumer<String> say) {
        boolean hasShell = shell.hasShell(node.containerId());
        if (hasShell && node.running()) {
            return shell.run(node.containerId(), failure);
        }
        String copied = "The node [" + node.name() + "] "
                + (node.containerState().equals("created")
                        ? "was not started"
                        : "has ended (" + node.containerState() + ")")
                + ": this is a copy of it.";
        if (hasShell) {
            OptionalInt code = inCopy(shell, failure, () -> say.accept(copied));
            if (code.isPresent()) {
                return code.getAsInt();
            }
        }
        Optional<ToolBox> found = tools.get();
        if (found.isEmpty()) {
            return shell.look(node.containerId(), failure);
        }
        ToolBox box = found.get();
        say.accept(copied);
        return in(
                NodeCopy.withProgram(engine, run, node, ip, box.archive(), box.pause()),
                container -> shell.run(container, failure, box, hasShell));
    }

    /** Empty where the image's shell is there but does not run. */
    private OptionalInt inCopy(DebugShell shell, FailurePoint failure, Runnable beforeIt) {
        NodeCopy copy;
        try {
            copy = NodeCopy.onItsNetwork(engine, run, node, ip);
        } catch (HarnessException e) {
            return OptionalInt.empty();
        }
        if (!shell.shellWorks(copy.containerId())) {
            copy.close();
            return OptionalInt.empty();
        }
        beforeIt.run();
        return OptionalInt.of(in(copy, container -> shell.run(container, failure)));
    }

    private static int in(NodeCopy copy, ToIntFunction<String> work) {
        Thread hook = new Thread(copy::close, "nodestart-copy");
        Runtime.getRuntime().addShutdownHook(hook);
        try (copy) {
            return work.applyAsInt(copy.containerId());
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
