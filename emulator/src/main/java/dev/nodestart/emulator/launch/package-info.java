/** The launch sequence: one class a stage. */
@NullMarked
package dev.nodestart.emulator.launch;

import org.jspecify.annotations.NullMarked;
