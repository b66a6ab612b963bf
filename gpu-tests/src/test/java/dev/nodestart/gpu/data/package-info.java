@NullMarked
package dev.nodestart.gpu.data;

import org.jspecify.annotations.NullMarked;
