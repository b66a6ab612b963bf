package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.junit.Node;
import dev.nodestart.emulator.node.CellResult;
import java.util.concurrent.Callable;

/** States of a node that can be waited for, as {@code await().until(…)} of Awaitility takes them. */
public final class NodeStates {
    private NodeStates() {}

    /** There is a file or folder here. */
    public static Callable<Boolean> exists(Node node, String path) {
        return succeeds(node, "test -e " + Texts.quoted(path));
    }

    /** A bash command leaves exit code 0. */
    public static Callable<Boolean> succeeds(Node node, String command) {
        return () -> node.bash(command).exitCode() == 0;
    }

    /** A bash command prints this text. */
    public static Callable<Boolean> prints(Node node, String command, String text) {
        return () -> node.bash(command).stdout().contains(text);
    }

    /** Something listens on this TCP port of the node. */
    public static Callable<Boolean> listens(Node node, int port) {
        return succeeds(node, "(exec 3<>/dev/tcp/127.0.0.1/" + port + ") 2>/dev/null");
    }

    /** A Python cell runs without raising. */
    public static Callable<Boolean> runsCell(Node node, String code) {
        return () -> node.python(code).status() == CellResult.Status.OK;
    }

    /** The node has written this text to its console. */
    public static Callable<Boolean> hasLogged(Node node, String text) {
        return () -> node.console().contains(text);
    }
}
