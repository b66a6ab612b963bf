@NullMarked
package dev.nodestart.conformance.junit;

import org.jspecify.annotations.NullMarked;
