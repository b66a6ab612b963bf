package dev.nodestart.conformance.dockerfile;

import dev.nodestart.emulator.model.ImageHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions that make an image, in order: those of the last stage, after those of the stages that it is built on.
 *
 * @param instructions the instructions
 */
public record Dockerfile(List<Instruction> instructions) {
    private static final Pattern HEREDOC = Pattern.compile("<<-?(['\"]?)([A-Za-z_][A-Za-z0-9_]*)\\1");
    private static final Pattern ESCAPE = Pattern.compile("^#\\s*escape\\s*=\\s*`\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAGE =
            Pattern.compile("(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEYWORD = Pattern.compile("^\\s*([A-Za-z]+)\\s+(.*)$", Pattern.DOTALL);
    private static final Pattern INSTRUCTION = Pattern.compile(
            "(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\\s");
    private static final Pattern NOP = Pattern.compile("^/bin/sh -c #\\(nop\\)\\s+(.*)$", Pattern.DOTALL);

    /**
     * Reads a Dockerfile.
     *
     * @throws IllegalArgumentException where it cannot be read; the message is for people
     */
    public static Dockerfile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The Dockerfile [" + file + "] cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Parses a Dockerfile's text; lines that are no instruction are passed over. */
    public static Dockerfile parse(String text) {
        List<Instruction> all = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String escape =
                lines.stream().limit(5).anyMatch(line -> ESCAPE.matcher(line).matches()) ? "`" : "\\";
        for (int at = 0; at < lines.size(); at++) {
            int begin = at + 1;
            String line = lines.get(at);
            if (isNothing(line)) {
                continue;
            }
            StringBuilder whole = new StringBuilder();
            while (line.stripTrailing().endsWith(escape) && at + 1 < lines.size()) {
                String open = line.stripTrailing();
                whole.append(open, 0, open.length() - 1).append(' ');
                do {
                    line = lines.get(++at);
                } while (isNothing(line) && at + 1 < lines.size());
            }
            whole.append(line);
            at = heredocs(whole, lines, at);
            Matcher matcher = KEYWORD.matcher(whole);
            if (matcher.matches()) {
                all.add(new Instruction(
                        matcher.group(1).toUpperCase(Locale.ROOT),
                        matcher.group(2).strip(),
                        begin));
            }
        }
        return new Dockerfile(lastStage(all));
    }

    private static boolean isNothing(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static int heredocs(StringBuilder whole, List<String> lines, int at) {
        int last = at;
        for (Matcher here = HEREDOC.matcher(whole.toString()); here.find(); ) {
            while (last + 1 < lines.size() && !lines.get(++last).strip().equals(here.group(2))) {
                // what a heredoc feeds is looked at like the rest
                whole.append("; ").append(lines.get(last));
            }
        }
        return last;
    }

    private static List<Instruction> lastStage(List<Instruction> all) {
        Map<String, List<Instruction>> stages = new LinkedHashMap<>();
        List<Instruction> current = new ArrayList<>();
        for (Instruction instruction : all) {
            if (instruction.keyword().equals("FROM")) {
                Matcher from = STAGE.matcher(instruction.arguments());
                boolean named = from.matches();
                current = new ArrayList<>(named ? stages.getOrDefault(lower(from.group(1)), List.of()) : List.of());
                if (named && from.group(2) != null) {
                    stages.put(lower(from.group(2)), current);
                }
            }
            current.add(instruction);
        }
        return List.copyOf(current);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The instructions that an image's history tells of; it has no lines, and nobody knows where its base ends. */
    public static Dockerfile ofHistory(List<ImageHistory> history) {
        List<Instruction> all = new ArrayList<>();
        for (ImageHistory step : history) {
            String text = step.createdBy().replaceFirst("\\s*# buildkit$", "").replaceFirst("^RUN /bin/sh -c ", "RUN ");
            Matcher nop = NOP.matcher(text);
            String plain = nop.matches() ? nop.group(1) : text.replaceFirst("^/bin/sh -c ", "RUN ");
            // the classic builder writes a RUN in JSON form without its keyword
            Matcher matcher = KEYWORD.matcher(INSTRUCTION.matcher(plain).lookingAt() ? plain : "RUN " + plain);
            if (matcher.matches() && !plain.startsWith("#")) {
                all.add(new Instruction(
                        matcher.group(1).toUpperCase(Locale.ROOT),
                        matcher.group(2).strip(),
                        0));
            }
        }
        return new Dockerfile(List.copyOf(all));
    }

    /** Whether it has no lines. */
    boolean isHistory() {
        return instructions.stream().allMatch(instruction -> instruction.line() == 0);
    }

    /** The last instruction with that keyword. */
    Optional<Instruction> last(String keyword) {
        return last(instruction -> instruction.keyword().equals(keyword));
    }

    /** The last instruction for which something holds. */
    Optional<Instruction> last(Predicate<Instruction> holds) {
        for (int i = instructions.size() - 1; i >= 0; i--) {
            if (holds.test(instructions.get(i))) {
                return Optional.of(instructions.get(i));
            }
        }
        return Optional.empty();
    }
}
