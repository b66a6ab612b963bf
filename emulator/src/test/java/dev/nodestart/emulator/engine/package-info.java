/** Tests of {@code engine}. */
@NullMarked
package dev.nodestart.emulator.engine;

import org.jspecify.annotations.NullMarked;
