package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.registry.Credentials;
import java.util.Optional;

/**
 * How an image is had.
 *
 * @param reference as the user wrote it
 * @param policy when it is pulled
 * @param basicAuth the spec's credentials with secrets resolved; without them the user's own are used
 */
public record ImageSource(String reference, PullPolicy policy, Optional<Credentials> basicAuth) {}
