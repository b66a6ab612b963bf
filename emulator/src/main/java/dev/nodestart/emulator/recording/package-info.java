/** The folder that a run leaves behind. */
@NullMarked
package dev.nodestart.emulator.recording;

import org.jspecify.annotations.NullMarked;
