/** From what a user has of a real workspace (events, a termination reason, a log, a message) to its causes. Pure. */
@NullMarked
package dev.nodestart.emulator.explain;

import org.jspecify.annotations.NullMarked;
