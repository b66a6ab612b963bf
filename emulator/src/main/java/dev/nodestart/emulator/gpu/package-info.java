/** How a container gets its GPU: what is asked for, what the host offers, which way is taken and why (gpu.md §2). */
@NullMarked
package dev.nodestart.emulator.gpu;

import org.jspecify.annotations.NullMarked;
