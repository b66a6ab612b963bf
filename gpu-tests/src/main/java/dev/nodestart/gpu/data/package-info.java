/** CUDA toolkits, drivers, GPUs and driver profiles as data, each row with its source. */
@NullMarked
package dev.nodestart.gpu.data;

import org.jspecify.annotations.NullMarked;
