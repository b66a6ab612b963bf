/** Pages of the documentation that are made from the checks. */
@NullMarked
package dev.nodestart.conformance.docs;

import org.jspecify.annotations.NullMarked;
