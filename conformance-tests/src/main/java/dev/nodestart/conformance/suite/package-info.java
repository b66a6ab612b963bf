/** The built-in checks: what a node of the platform needs of its image, tried in a running node. */
@NullMarked
package dev.nodestart.conformance.suite;

import org.jspecify.annotations.NullMarked;
