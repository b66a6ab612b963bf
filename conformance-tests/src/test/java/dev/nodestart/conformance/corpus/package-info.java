/** The corpus of broken and good images: what each must come to, run for real, and the score. */
@NullMarked
package dev.nodestart.conformance.corpus;

import org.jspecify.annotations.NullMarked;
