/** Reports: each a writer over the same result. Pure. */
@NullMarked
package dev.nodestart.conformance.report;

import org.jspecify.annotations.NullMarked;
