@NullMarked
package dev.nodestart.emulator;

import org.jspecify.annotations.NullMarked;
