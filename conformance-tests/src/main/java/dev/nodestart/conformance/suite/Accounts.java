package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.facts.Facts;

/** The accounts in the image's {@code /etc/passwd}. */
final class Accounts {
    private Accounts() {}

    static boolean has(Facts facts, String name) {
        return facts.answer("system.accounts").lines().stream().anyMatch(line -> line.startsWith(name + ":"));
    }
}
