@NullMarked
package dev.nodestart.conformance.testing;

import org.jspecify.annotations.NullMarked;
