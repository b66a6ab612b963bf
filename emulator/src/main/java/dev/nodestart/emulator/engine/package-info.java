/** The container engine; the only package that calls docker-java. */
@NullMarked
package dev.nodestart.emulator.engine;

import org.jspecify.annotations.NullMarked;
