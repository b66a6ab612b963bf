/** The create call of the Clusters API: reading and validating it. Pure. */
@NullMarked
package dev.nodestart.emulator.spec;

import org.jspecify.annotations.NullMarked;
