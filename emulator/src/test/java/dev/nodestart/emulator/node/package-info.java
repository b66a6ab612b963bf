/** Tests of {@code node}. */
@NullMarked
package dev.nodestart.emulator.node;

import org.jspecify.annotations.NullMarked;
