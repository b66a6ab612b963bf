/** A running node: commands and cells in it. */
@NullMarked
package dev.nodestart.emulator.node;

import org.jspecify.annotations.NullMarked;
