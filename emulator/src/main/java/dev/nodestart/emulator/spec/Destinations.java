package dev.nodestart.emulator.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/** The forms that a destination has, by kind of location (clusters-api.md §1 InitScriptInfo). */
final class Destinations {
    private static final Pattern WORKSPACE = Pattern.compile("(?:workspace:)?/+(?!/|Volumes/).+");
    private static final Pattern VOLUMES = Pattern.compile("(?:dbfs:|volumes:)?/Volumes/[^/]+/[^/]+/[^/]+(?:/.*)?");
    private static final Pattern FILE = Pattern.compile("file:/+[^/].*");
    private static final Pattern S3 = Pattern.compile("s3[an]?://[^/]+(?:/.*)?");
    private static final Pattern ABFSS = Pattern.compile("abfss://[^/@]+@[^/@]+(?:/.*)?");
    private static final Pattern GCS = Pattern.compile("gs://[^/]+(?:/.*)?");
    private static final Pattern DBFS = Pattern.compile("dbfs:/+[^/].*");

    private Destinations() {}

    /** What is wrong with a destination and what to write. */
    record Finding(String message, String advice) {}

    static Optional<Finding> problem(InitScript.Kind kind, String destination) {
        Optional<Finding> form = problem(kind, destination, "Init script destination");
        if (form.isEmpty() && (destination.endsWith("/") || pathless(kind, destination))) {
            return Optional.of(new Finding(
                    "Init script destination [%s] names a folder.".formatted(destination), "Name the script in it."));
        }
        return form;
    }

    static Optional<Finding> problem(InitScript.Kind kind, String destination, String what) {
        if (destination.isBlank()) {
            return Optional.of(new Finding(
                    "The [%s] location has no destination.".formatted(kind.key()),
                    "Write it as [%s].".formatted(example(kind))));
        }
        if (pattern(kind).matcher(destination).matches()) {
            return Optional.empty();
        }
        Optional<InitScript.Kind> other = other(destination).filter(found -> found != kind);
        return Optional.of(new Finding(
                "%s [%s] does not have the form of the kind [%s].".formatted(what, destination, kind.key()),
                other.map(found -> "It looks like the kind [%s].".formatted(found.key()))
                        .orElse("Write it as [%s].".formatted(example(kind)))));
    }

    private static boolean pathless(InitScript.Kind kind, String destination) {
        int from = destination.indexOf("://");
        return switch (kind) {
            case S3, ABFSS, GCS -> destination.indexOf('/', from + 3) < 0;
            case VOLUMES ->
                destination.substring(destination.indexOf("/Volumes/")).split("/", -1).length < 6;
            default -> false;
        };
    }

    private static Optional<InitScript.Kind> other(String destination) {
        // A volume's path could pass as another kind's.
        if (VOLUMES.matcher(destination).matches()) {
            return Optional.of(InitScript.Kind.VOLUMES);
        }
        for (InitScript.Kind kind : InitScript.Kind.values()) {
            if (pattern(kind).matcher(destination).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(InitScript.Kind kind) {
        return switch (kind) {
            case WORKSPACE -> WORKSPACE;
            case VOLUMES -> VOLUMES;
            case FILE -> FILE;
            case S3 -> S3;
            case ABFSS -> ABFSS;
            case GCS -> GCS;
            case DBFS -> DBFS;
        };
    }

    private static String example(InitScript.Kind kind) {
        return switch (kind) {
            case WORKSPACE -> "/Shared/setup.sh";
            case VOLUMES -> "/Volumes/catalog/schema/volume/setup.sh";
            case FILE -> "file:/opt/setup.sh";
            case S3 -> "s3://bucket/setup.sh";
            case ABFSS -> "abfss://container@account.dfs.core.windows.net/setup.sh";
            case GCS -> "gs://bucket/setup.sh";
            case DBFS -> "dbfs:/setup.sh";
        };
    }
}
