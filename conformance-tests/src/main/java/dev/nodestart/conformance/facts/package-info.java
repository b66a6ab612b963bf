/** What is known of an image and its node, gathered in one trip and kept in the recording. */
@NullMarked
package dev.nodestart.conformance.facts;

import org.jspecify.annotations.NullMarked;
