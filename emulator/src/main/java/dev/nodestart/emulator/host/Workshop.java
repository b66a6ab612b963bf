package dev.nodestart.emulator.host;

import java.nio.file.Path;
import java.util.Map;

/**
 * What images are built with.
 *
 * @param engine the engine that builds and keeps them
 * @param programs the machine's programs
 * @param machine the machine
 * @param environment environment variables of the user, for proxies, certificates and pip's settings
 * @param home the user's home folder
 * @param listener hears what is done before it is
 */
public record Workshop(
        ImageBuilder engine,
        Programs programs,
        Machine machine,
        Map<String, String> environment,
        Path home,
        HostListener listener) {}
