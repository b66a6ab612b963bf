package dev.nodestart.conformance.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions kept as a shell file. A line {@code #? name} begins a question, {@code #? name slow=20} one that may take 20
 * seconds, {@code #? name slow=20 early} one of those that may be asked while the driver starts; the lines up to the next
 * are its command.
 */
public final class QuestionFile {
    private static final Pattern HEAD = Pattern.compile("#\\? ([a-z0-9_.-]+)(?: slow=(\\d{1,3})( early)?)?");

    private QuestionFile() {}

    /** The questions of a resource beside a class. */
    public static List<Question> read(Class<?> beside, String resource) {
        try (InputStream file = beside.getResourceAsStream(resource)) {
            return parse(new String(
                    Objects.requireNonNull(file, resource + " is missing").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The questions of a text; what stands before the first one is a comment. */
    public static List<Question> parse(String text) {
        List<Question> questions = new ArrayList<>();
        Matcher head = HEAD.matcher("");
        StringBuilder command = new StringBuilder();
        String name = "";
        int limit = 0;
        boolean early = false;
        for (String line : text.split("\n", -1)) {
            if (head.reset(line).matches()) {
                add(questions, name, command, limit, early);
                name = head.group(1);
                limit = head.group(2) == null ? 0 : Integer.parseInt(head.group(2));
                early = head.group(3) != null;
            } else {
                command.append(line).append('\n');
            }
        }
        add(questions, name, command, limit, early);
        return List.copyOf(questions);
    }

    private static void add(List<Question> questions, String name, StringBuilder command, int limit, boolean early) {
        if (!name.isEmpty()) {
            questions.add(new Question(name, command.toString().strip(), limit, early));
        }
        command.setLength(0);
    }
}
