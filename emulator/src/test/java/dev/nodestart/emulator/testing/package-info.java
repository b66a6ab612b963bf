/** Support for tests that need an engine, for this module and the others. */
@NullMarked
package dev.nodestart.emulator.testing;

import org.jspecify.annotations.NullMarked;
