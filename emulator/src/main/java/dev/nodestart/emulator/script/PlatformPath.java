package dev.nodestart.emulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the platform's storage, in one form for all spellings of it: {@code /Shared/x} is
 * {@code workspace:/Shared/x}, {@code dbfs:/Volumes/…} is {@code volumes:/Volumes/…} (clusters-api.md §1).
 *
 * @param root the scheme and what is not part of a path, such as {@code s3://bucket}
 * @param parts the path in it, with {@code ..} as it was written
 */
record PlatformPath(String root, List<String> parts) {
    private static final Pattern STORE =
            Pattern.compile("(s3[an]?|gs|abfss)://([^/]+)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("(workspace|volumes|dbfs|file):(/.*)", Pattern.DOTALL);

    PlatformPath {
        parts = List.copyOf(parts);
    }

    /** Reads a destination; empty where it has no form that the platform knows. */
    static Optional<PlatformPath> of(String destination) {
        Matcher store = STORE.matcher(destination);
        if (store.matches()) {
            String scheme = store.group(1).toLowerCase(Locale.ROOT);
            String root = (scheme.startsWith("s3") ? "s3" : scheme) + "://" + store.group(2);
            return Optional.of(new PlatformPath(root, split(store.group(3))));
        }
        Matcher scheme = SCHEME.matcher(destination);
        if (scheme.matches()) {
            return Optional.of(local(scheme.group(1), split(scheme.group(2))));
        }
        return destination.startsWith("/") ? Optional.of(local("workspace", split(destination))) : Optional.empty();
    }

    private static PlatformPath local(String scheme, List<String> parts) {
        boolean first = !parts.isEmpty();
        if (first && parts.get(0).equals("Volumes") && !scheme.equals("file")) {
            return new PlatformPath("volumes:", parts);
        }
        if (first && parts.get(0).equals("Workspace") && scheme.equals("workspace")) {
            return new PlatformPath("workspace:", parts.subList(1, parts.size()));
        }
        return new PlatformPath(scheme + ":", parts);
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }

    boolean startsWith(PlatformPath prefix) {
        return root.equals(prefix.root)
                && parts.size() >= prefix.parts.size()
                && parts.subList(0, prefix.parts.size()).equals(prefix.parts);
    }

    List<String> after(PlatformPath prefix) {
        return parts.subList(prefix.parts.size(), parts.size());
    }

    boolean inImage() {
        return root.equals("file:");
    }

    /** The folder that holds it, as {@code --map} would name it. */
    String folder() {
        List<String> folder = parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
        return folder.isEmpty() && root.contains("://") ? root : root + "/" + String.join("/", folder);
    }

    @Override
    public String toString() {
        return root + "/" + String.join("/", parts);
    }
}
