/** A folder of this machine with parts of a real runtime, and how it meets the stub's own files. */
@NullMarked
package dev.nodestart.emulator.tree;

import org.jspecify.annotations.NullMarked;
