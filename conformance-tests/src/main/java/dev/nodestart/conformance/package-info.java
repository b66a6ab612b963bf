@NullMarked
package dev.nodestart.conformance;

import org.jspecify.annotations.NullMarked;
