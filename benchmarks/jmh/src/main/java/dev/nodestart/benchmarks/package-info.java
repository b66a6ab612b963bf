@NullMarked
package dev.nodestart.benchmarks;

import org.jspecify.annotations.NullMarked;
