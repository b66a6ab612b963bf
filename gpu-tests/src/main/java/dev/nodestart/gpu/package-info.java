@NullMarked
package dev.nodestart.gpu;

import org.jspecify.annotations.NullMarked;
