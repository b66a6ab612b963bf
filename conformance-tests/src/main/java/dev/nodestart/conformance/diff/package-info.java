/** What is different between two runs. */
@NullMarked
package dev.nodestart.conformance.diff;

import org.jspecify.annotations.NullMarked;
