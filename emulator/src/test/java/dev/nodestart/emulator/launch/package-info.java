/** Tests of the launch; those named {@code *IT} start real nodes. */
@NullMarked
package dev.nodestart.emulator.launch;

import org.jspecify.annotations.NullMarked;
