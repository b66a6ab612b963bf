package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notebook that all Python commands belong to. Whoever first starts its interpreter has its environment made. */
final class Notebook {
    final NodeConf conf;
    private @Nullable File environment;

    Notebook(NodeConf conf) {
        this.conf = conf;
    }

    /** Its interpreter with these arguments, ready to start. */
    ProcessBuilder python(String... arguments) throws IOException, InterruptedException, ReplFailure {
        File made = environment();
        List<String> command = new ArrayList<>();
        command.add(made == null ? conf.python() : made + "/bin/python");
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = Children.builder(command);
        Map<String, String> variables = builder.environment();
        variables.put("PYTHONPATH", "/databricks/spark/python:/databricks/python_shell");
        if (made != null) {
            variables.put("VIRTUAL_ENV", made.getPath());
            variables.merge("PATH", made + "/bin", (path, bin) -> bin + ":" + path);
        }
        return builder;
    }

    private synchronized @Nullable File environment() throws IOException, InterruptedException, ReplFailure {
        if (environment == null && NotebookEnvironment.isWanted(conf)) {
            environment = NotebookEnvironment.create(conf);
        }
        return environment;
    }
}
