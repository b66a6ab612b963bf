package dev.nodestart.conformance.assertj;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.junit.Node;
import dev.nodestart.emulator.node.CellResult;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a running node. */
public class NodeAssert extends AbstractAssert<NodeAssert, Node> {
    Follow follow = Follow.HARD;

    /** Asserts on a node. */
    public NodeAssert(Node actual) {
        super(actual, NodeAssert.class);
    }

    /** The suite says that the image supports this. */
    public NodeAssert hasCapability(Capability capability) {
        isNotNull();
        Capabilities.problem(actual.cluster().verify(), capability).ifPresent(this::fail);
        return this;
    }

    /** The notebook's Python imports these modules. */
    public NodeAssert canImport(String... modules) {
        isNotNull();
        Imports.problem(actual, modules).ifPresent(this::fail);
        return this;
    }

    /** The notebook's Python has this package in this version. */
    public NodeAssert hasPythonPackage(String name, String version) {
        isNotNull();
        Imports.problem(actual, name, version).ifPresent(this::fail);
        return this;
    }

    /** A Python cell runs in the driver's notebook session, without raising. */
    public CellAssert runsCell(String code) {
        isNotNull();
        return cell(new CellRun(actual, "the Python cell", code, actual.python(code)));
    }

    /** An R cell runs in the driver's notebook session, without raising. */
    public CellAssert runsRCell(String code) {
        isNotNull();
        return cell(new CellRun(actual, "the R cell", code, actual.r(code)));
    }

    /** A bash command runs as root, to its end; what it must come to is said by what follows. */
    public CommandAssert runs(String command) {
        isNotNull();
        CellRun run = new CellRun(actual, "the command", command, actual.bash(command));
        CommandAssert plain = new CommandAssert(run);
        return from(follow.on(CommandAssert.class, plain, CellRun.class, run));
    }

    /** The node ran an init script, named by its destination or its file name; what it came to is said by what follows. */
    public InitScriptAssert ranInitScript(String name) {
        isNotNull();
        ScriptRun run = ScriptRun.of(actual, name);
        InitScriptAssert plain = new InitScriptAssert(run);
        return from(follow.on(InitScriptAssert.class, plain, ScriptRun.class, run));
    }

    /** From the create call to RUNNING, the cluster took no longer than this. */
    public NodeAssert bootedWithin(Duration limit) {
        isNotNull();
        BootTime.of(actual.launch()).problem(limit).ifPresent(this::fail);
        return this;
    }

    /** There is a regular file here. */
    public NodeAssert hasFile(String path) {
        return holds("test -f " + Texts.quoted(path), "have the file [" + path + "]", "ls -ld " + Texts.quoted(path));
    }

    /** There is a folder here. */
    public NodeAssert hasDirectory(String path) {
        return holds("test -d " + Texts.quoted(path), "have the folder [" + path + "]", "ls -ld " + Texts.quoted(path));
    }

    /** This command is on the PATH of notebooks and scripts. */
    public NodeAssert hasCommand(String name) {
        return holds("command -v " + Texts.quoted(name), "have the command [" + name + "]", "echo \"PATH=$PATH\"");
    }

    /** The image knows this user. */
    public NodeAssert hasUser(String name) {
        return holds("id " + Texts.quoted(name), "have the user [" + name + "]", "cut -d : -f 1 /etc/passwd | xargs");
    }

    /** Notebooks see this variable with this value. */
    public NodeAssert hasEnvironment(String name, String value) {
        return holds(
                "test \"$(printenv " + Texts.quoted(name) + ")\" = " + Texts.quoted(value),
                "have the environment variable [" + name + "] with the value [" + value + "]",
                "printenv " + Texts.quoted(name) + " || echo it is not set");
    }

    private NodeAssert holds(String test, String what, String evidence) {
        isNotNull();
        // a subshell: the session goes on in the state that it had
        CellResult result = actual.bash("(" + test + ") >/dev/null 2>&1 || { " + evidence + "; exit 1; }");
        if (result.exitCode() != 0) {
            fail("Expecting [" + actual + "] to " + what + ", but it has not." + Texts.evidence(result));
        }
        return this;
    }

    private CellAssert cell(CellRun run) {
        return from(follow.on(CellAssert.class, new CellAssert(run), CellRun.class, run));
    }

    private <A extends FollowAssert<A, T>, T> A from(A next) {
        next.origin = this;
        return next;
    }

    private void fail(String message) {
        failWithMessage("%s", message);
    }
}
