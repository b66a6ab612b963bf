/** Checks, capability matrix and verdict. Pure, but for the commands that checks run in a node. */
@NullMarked
package dev.nodestart.conformance;

import org.jspecify.annotations.NullMarked;
