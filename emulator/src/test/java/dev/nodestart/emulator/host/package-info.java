@NullMarked
package dev.nodestart.emulator.host;

import org.jspecify.annotations.NullMarked;
