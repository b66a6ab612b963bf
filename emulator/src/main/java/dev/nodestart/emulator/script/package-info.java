/** Init scripts on this machine: what the platform's paths are mapped to, and what stands there. */
@NullMarked
package dev.nodestart.emulator.script;

import org.jspecify.annotations.NullMarked;
