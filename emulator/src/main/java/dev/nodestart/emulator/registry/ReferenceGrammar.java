package dev.nodestart.emulator.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Docker's grammar of image references (the {@code distribution/reference} package), with errors for people. */
final class ReferenceGrammar {

    private static final int LONGEST_NAME = 255;
    private static final String HOST_PART = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    private static final Pattern REGISTRY =
            Pattern.compile("(?:" + HOST_PART + "(?:\\." + HOST_PART + ")*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?");
    private static final Pattern PATH_PART = Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST =
            Pattern.compile("sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}");
    private static final Pattern IMAGE_ID = Pattern.compile("[a-f0-9]{64}");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");

    private ReferenceGrammar() {}

    static ImageReference parse(String text) {
        if (text.isEmpty()) {
            throw problem(text, "it is empty", "write it as [registry/repository:tag]");
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw problem(text, "it contains a blank or a line break", "remove it");
        }
        var scheme = SCHEME.matcher(text);
        if (scheme.find()) {
            throw problem(text, "it starts with [" + scheme.group() + "]", "leave that out");
        }
        int at = text.indexOf('@');
        String named = at < 0 ? text : text.substring(0, at);
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
        int colon = named.lastIndexOf(':');
        boolean tagged = colon > named.lastIndexOf('/');
        String name = tagged ? named.substring(0, colon) : named;
        Optional<String> tag = tagged ? Optional.of(named.substring(colon + 1)) : Optional.empty();
        checkTag(text, tag);
        checkDigest(text, digest);
        return build(text, name, tag.isEmpty() && digest.isEmpty() ? Optional.of("latest") : tag, digest);
    }

    private static ImageReference build(String text, String name, Optional<String> tag, Optional<String> digest) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean hasRegistry = isRegistry(first);
        String registry = hasRegistry ? first : ImageReference.DOCKER_HUB;
        String path = hasRegistry ? name.substring(slash + 1) : name;
        if (!REGISTRY.matcher(registry).matches()) {
            throw problem(text, "[" + registry + "] is not a host name with an optional port", "correct the registry");
        }
        if (registry.equals("index.docker.io")) {
            registry = ImageReference.DOCKER_HUB;
        }
        checkPath(text, path);
        if (registry.equals(ImageReference.DOCKER_HUB) && path.indexOf('/') < 0) {
            path = "library/" + path;
        }
        if (registry.length() + 1 + path.length() > LONGEST_NAME) {
            throw problem(text, "its name has more than " + LONGEST_NAME + " characters", "choose a shorter one");
        }
        return new ImageReference(registry, path, tag, digest);
    }

    private static boolean isRegistry(String first) {
        return first.equals("localhost")
                || first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || !first.equals(first.toLowerCase(Locale.ROOT));
    }

    private static void checkPath(String text, String path) {
        if (path.isEmpty()) {
            throw problem(text, "the repository is missing", "write it as [registry/repository:tag]");
        }
        if (IMAGE_ID.matcher(path).matches()) {
            throw problem(text, "64 hexadecimal digits are an image id, not a repository", "give the image a tag");
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty()) {
                throw problem(text, "its repository has an empty part", "remove the superfluous [/]");
            }
            if (!PATH_PART.matcher(part).matches()) {
                boolean lower = PATH_PART.matcher(part.toLowerCase(Locale.ROOT)).matches();
                throw problem(
                        text,
                        "the repository part [" + part + "] "
                                + (lower ? "has upper-case letters" : "has characters that do not belong there"),
                        lower
                                ? "write it in lower case"
                                : "use lower-case letters, digits and single [.], [_] or [-] between them");
            }
        }
    }

    private static void checkTag(String text, Optional<String> tag) {
        if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
            throw problem(
                    text,
                    "[" + tag.get() + "] is not a tag",
                    "use up to 128 letters, digits, [_], [.] and [-], not starting with [.] or [-]");
        }
    }

    private static void checkDigest(String text, Optional<String> digest) {
        if (digest.isPresent() && !DIGEST.matcher(digest.get()).matches()) {
            throw problem(
                    text,
                    "[" + digest.get() + "] is not a digest",
                    "use [sha256:] and 64 lower-case hexadecimal digits");
        }
    }

    private static IllegalArgumentException problem(String text, String what, String remedy) {
        return new IllegalArgumentException("Image reference [" + text + "] is invalid: " + what + "; " + remedy + ".");
    }
}
