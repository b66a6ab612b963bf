/** Tests of {@code recording}. */
@NullMarked
package dev.nodestart.emulator.recording;

import org.jspecify.annotations.NullMarked;
