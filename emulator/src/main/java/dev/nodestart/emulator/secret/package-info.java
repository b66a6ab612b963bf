/** Secret references, their resolution, and the mask that keeps secrets out of everything printed. */
@NullMarked
package dev.nodestart.emulator.secret;

import org.jspecify.annotations.NullMarked;
