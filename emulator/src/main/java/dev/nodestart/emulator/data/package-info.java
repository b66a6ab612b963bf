/** Data files: reading them with complaints that name file and place, and where their facts come from. */
@NullMarked
package dev.nodestart.emulator.data;

import org.jspecify.annotations.NullMarked;
