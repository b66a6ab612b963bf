@NullMarked
package dev.nodestart.conformance.assertj;

import org.jspecify.annotations.NullMarked;
