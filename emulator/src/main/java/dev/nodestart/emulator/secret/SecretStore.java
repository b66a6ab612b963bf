package dev.nodestart.emulator.secret;

import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.emulator.spec.SpecRule;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets that {@code --secret scope/key=env:NAME|file:PATH} gave; never shows a value. */
public final class SecretStore {
    private static final String FORM = "Write --secret scope/key=env:NAME or --secret scope/key=file:PATH.";

    private final Map<SecretRef, String> values = new LinkedHashMap<>();
    private final List<SpecProblem> problems = new ArrayList<>();

    private SecretStore() {}

    /** A store without secrets. */
    public static SecretStore empty() {
        return new SecretStore();
    }

    /** Reads the values of {@code --secret}; what cannot be read is in {@link #problems}. */
    public static SecretStore of(Collection<String> flags, SecretReader reader) {
        SecretStore store = new SecretStore();
        flags.forEach(flag -> store.add(flag, reader));
        return store;
    }

    /** Flags that are wrong; their messages name the secret and never its value. */
    public List<SpecProblem> problems() {
        return List.copyOf(problems);
    }

    Optional<String> value(SecretRef name) {
        return Optional.ofNullable(values.get(name));
    }

    Collection<String> values() {
        return values.values();
    }

    private void add(String flag, SecretReader reader) {
        int equals = flag.indexOf('=');
        Optional<SecretRef> name = SecretRef.parse(equals < 0 ? "" : flag.substring(0, equals));
        if (name.isEmpty()) {
            // The rest of the flag may be the secret itself.
            refuse("A flag --secret does not begin with [scope/key=].", FORM);
            return;
        }
        read(name.get(), flag.substring(equals + 1), reader).ifPresent(value -> {
            if (value.isEmpty()) {
                refuse("Secret [%s] is empty.".formatted(name.get()), "Give it a value.");
            } else if (values.putIfAbsent(name.get(), value) != null) {
                refuse("Secret [%s] is given twice with --secret.".formatted(name.get()), "Remove one of the flags.");
            }
        });
    }

    private Optional<String> read(SecretRef name, String source, SecretReader reader) {
        if (source.startsWith("env:") && source.length() > 4) {
            String variable = source.substring(4);
            Optional<String> value = reader.variable(variable);
            if (value.isEmpty()) {
                String message = "Secret [%s] comes from the environment variable [%s], which is not set.";
                refuse(message.formatted(name, variable), "Set it, or give another source with --secret.");
            }
            return value;
        }
        if (source.startsWith("file:") && source.length() > 5) {
            return file(name, source.substring(5), reader);
        }
        refuse("Flag --secret for [%s] has neither [env:NAME] nor [file:PATH].".formatted(name), FORM);
        return Optional.empty();
    }

    private Optional<String> file(SecretRef name, String path, SecretReader reader) {
        try {
            // The platform's own client drops a trailing line end too.
            return Optional.of(reader.file(path).replaceFirst("\\r?\\n$", ""));
        } catch (IOException | InvalidPathException e) {
            String message = "Secret [%s] comes from the file [%s], which cannot be read.".formatted(name, path);
            refuse(message, "Give a text file that this user can read.");
            return Optional.empty();
        }
    }

    private void refuse(String message, String advice) {
        problems.add(SpecProblem.of(SpecRule.SECRET, "", message, advice));
    }

    @Override
    public String toString() {
        return "SecretStore" + values.keySet();
    }
}
