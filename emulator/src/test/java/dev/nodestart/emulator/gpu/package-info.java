/** Tests of {@code gpu}. */
@NullMarked
package dev.nodestart.emulator.gpu;

import org.jspecify.annotations.NullMarked;
