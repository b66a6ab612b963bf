/** The GPU probe: a C program that is run inside a node, and what it says as records. */
@NullMarked
package dev.nodestart.gpu.probe;

import org.jspecify.annotations.NullMarked;
