/** The catalogue of known causes, and the step from a launch to its causes. Pure. */
@NullMarked
package dev.nodestart.emulator.diagnosis;

import org.jspecify.annotations.NullMarked;
