@NullMarked
package dev.nodestart.gpu.require;

import org.jspecify.annotations.NullMarked;
