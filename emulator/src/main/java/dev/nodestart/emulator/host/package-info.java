/** This machine: finding, starting and installing an engine, and building the sample image. */
@NullMarked
package dev.nodestart.emulator.host;

import org.jspecify.annotations.NullMarked;
