/** A real registry for tests, images made from nothing, and a proxy that puts in faults. No engine is needed. */
@NullMarked
package dev.nodestart.emulator.testing.registry;

import org.jspecify.annotations.NullMarked;
