package dev.nodestart.cli;

import java.util.List;
import java.util.stream.Stream;

/** Numbers of things, for people. */
final class Counts {
    private Counts() {}

    /** Such as {@code 3 containers, 1 network}; empty where there is nothing. */
    static String text(int containers, int networks, int volumes, int images) {
        List<String> parts = Stream.of(
                        count(containers, "container"),
                        count(networks, "network"),
                        count(volumes, "volume"),
                        count(images, "image"))
                .filter(part -> !part.isEmpty())
                .toList();
        return String.join(", ", parts);
    }

    private static String count(int number, String thing) {
        return number == 0 ? "" : number + " " + thing + (number == 1 ? "" : "s");
    }
}
