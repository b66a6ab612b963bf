/** GPU checks, and what this machine offers a container in the way of GPUs. */
@NullMarked
package dev.nodestart.gpu;

import org.jspecify.annotations.NullMarked;
