package dev.nodestart.emulator.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Finds the known causes in what a user has of a real workspace. Reads streams in bounded memory. */
public final class Explainer {
    /** JSON is read whole, so only up to this size; events of a year are smaller. In characters. */
    private static final int LARGEST_JSON = 32 << 20;

    /** More than this is not read: what is compressed well could go on for ever. In characters. */
    private static final long MOST = 8L << 30;

    /** A longer text is no message that somebody quoted. In characters. */
    private static final int LARGEST_MESSAGE = 1 << 16;

    private static final int FEW_LINES = 40;
    private static final int TRIED_FOR_FORM = 50;
    private static final Pattern LOG4J =
            Pattern.compile("\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d (?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) .*");

    private final Knowledge knowledge;

    private Explainer(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Makes one that knows what comes with Nodestart. */
    public static Explainer builtIn() {
        return new Explainer(Knowledge.builtIn());
    }

    /**
     * Explains a text: events, a cluster, a termination reason, an error of the API, a log, or a message; also packed
     * with gzip.
     *
     * @param stream the text, which is not closed
     * @param name its name for messages
     * @param line the runtime line, where the user says it
     * @throws UnreadableException where there is nothing in it, or no text
     * @throws IOException where the stream breaks off before anything was read
     */
    public Explanation explain(InputStream stream, String name, Optional<String> line) throws IOException {
        List<String> notes = new ArrayList<>();
        Reader reader;
        try {
            reader = TextInput.open(stream, name);
        } catch (java.io.EOFException | ZipException e) {
            throw new UnreadableException("[" + name + "] is a damaged gzip file: " + e.getMessage() + ".");
        }
        Scan scan = new Scan(knowledge);
        scan.runtime(line);
        Head head = Head.of(reader);
        if (head.looksLikeJson()) {
            String text = head.upTo(LARGEST_JSON);
            if (head.isWhole()) {
                try {
                    JsonForm json = JsonForm.of(JsonStrings.of(text));
                    JsonScan.into(scan, json, knowledge);
                    notes.addAll(json.notes());
                    return concluded(scan, json.form(), text.lines().count(), notes);
                } catch (JsonProcessingException e) {
                    int at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
                    if (text.startsWith("{") || text.startsWith("[{")) {
                        notes.add("It begins like JSON and is none from line " + at + " on, so it was read as text.");
                    }
                }
            }
        }
        String beginning = head.upTo(LARGEST_MESSAGE);
        Explanation asItIs = text(scan, new LineSource(head.again(beginning)), notes);
        return head.isWhole() ? surer(asItIs, plain(beginning, line, asItIs)) : asItIs;
    }

    /** What a message tells once its lines are joined, and quotation and encoding are taken away. */
    private Explanation plain(String text, Optional<String> line, Explanation asItIs) {
        if (surely(asItIs)) {
            return asItIs;
        }
        Scan scan = new Scan(knowledge);
        scan.runtime(line.or(asItIs::line));
        PlainText.of(text).forEach((number, paragraph) -> scan.line(number, "", paragraph));
        List<String> notes = new ArrayList<>(asItIs.notes());
        notes.add("It was read as one line a paragraph, without quotation marks of mails and codes of web pages.");
        return concluded(scan, asItIs.form(), asItIs.lines(), notes);
    }

    private static Explanation surer(Explanation asItIs, Explanation plain) {
        if (plain.findings().isEmpty()) {
            return asItIs;
        }
        boolean better = asItIs.findings().isEmpty()
                || plain.findings()
                                .get(0)
                                .confidence()
                                .compareTo(asItIs.findings().get(0).confidence())
                        < 0;
        return better ? plain : asItIs;
    }

    private static boolean surely(Explanation explanation) {
        return !explanation.findings().isEmpty()
                && explanation.findings().get(0).confidence() == Diagnosis.Confidence.CERTAIN;
    }

    private Explanation text(Scan scan, LineSource source, List<String> notes) {
        long lines = 0;
        long characters = 0;
        int log4j = 0;
        try {
            for (CharSequence line = source.next(); line != null; line = source.next()) {
                lines++;
                characters += line.length() + 1L;
                if (lines <= TRIED_FOR_FORM && LOG4J.matcher(line).matches()) {
                    log4j++;
                }
                scan.line(lines, "", line);
                if (characters > MOST) {
                    notes.add("Only the first " + lines + " lines were read.");
                    break;
                }
            }
        } catch (IOException e) {
            notes.add("It breaks off after line " + lines + " (" + e.getMessage() + "); what came before was read.");
        }
        Form form = log4j > 0 ? Form.DRIVER_LOG : lines <= FEW_LINES ? Form.MESSAGE : Form.LOG;
        return concluded(scan, form, lines, notes);
    }

    private Explanation concluded(Scan scan, Form form, long lines, List<String> notes) {
        Conclusion conclusion = new Conclusion(knowledge, scan, form, scan.runtime());
        List<Finding> findings = conclusion.findings();
        if (!findings.isEmpty()) {
            if (scan.runtime().isEmpty()
                    && findings.stream().anyMatch(finding -> finding.fix().contains("LINE"))) {
                notes.add("Nothing says which DBR it is: with --dbr 15.4, say, LINE becomes 15.4.");
            }
            return new Explanation(
                    form, lines, scan.runtime(), conclusion.code(), findings, List.of(), List.of(), List.copyOf(notes));
        }
        return new Explanation(
                form,
                lines,
                scan.runtime(),
                conclusion.code(),
                List.of(),
                seen(scan),
                Unexplained.advice(form, conclusion.code().flatMap(knowledge::ofCode)),
                List.copyOf(notes));
    }

    private static List<SeenLine> seen(Scan scan) {
        List<SeenLine> seen = new ArrayList<>(scan.codes().values());
        scan.trouble().stream().filter(line -> !seen.contains(line)).forEach(seen::add);
        return List.copyOf(seen);
    }

    /** The beginning of a text, kept so that it can be read twice. */
    private static final class Head {
        private final Reader reader;
        private final StringBuilder text = new StringBuilder();
        private boolean whole;

        private Head(Reader reader) {
            this.reader = reader;
        }

        static Head of(Reader reader) {
            Head head = new Head(reader);
            head.upTo(4096);
            return head;
        }

        boolean looksLikeJson() {
            String start = text.toString().stripLeading();
            return start.startsWith("{") || start.startsWith("[");
        }

        /** As much of it as there is, up to a number of characters. */
        String upTo(int most) {
            char[] buffer = new char[1 << 14];
            try {
                while (!whole && text.length() < most) {
                    int read = reader.read(buffer, 0, Math.min(buffer.length, most - text.length()));
                    whole = read < 0;
                    text.append(buffer, 0, Math.max(0, read));
                }
            } catch (IOException e) {
                // the reader of the lines will meet it again, and tells it
                whole = false;
            }
            if (text.length() > 0 && text.charAt(0) == '\ufeff') {
                text.deleteCharAt(0);
            }
            return text.toString();
        }

        boolean isWhole() {
            return whole;
        }

        Reader again(String read) {
            return new Joined(new StringReader(read.isEmpty() ? text.toString() : read), reader);
        }
    }

    /** One text after the other. */
    private static final class Joined extends Reader {
        private final Reader first;
        private final Reader second;
        private boolean firstIsOver;

        Joined(Reader first, Reader second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            if (!firstIsOver) {
                int read = first.read(buffer, from, length);
                if (read >= 0) {
                    return read;
                }
                firstIsOver = true;
            }
            return second.read(buffer, from, length);
        }

        @Override
        public void close() throws IOException {
            second.close();
        }
    }
}
