/** What happened in a launch, as plain values: stages, events, nodes, reasons. No behaviour, no I/O. */
@NullMarked
package dev.nodestart.emulator.model;

import org.jspecify.annotations.NullMarked;
