/** Which instruction of a Dockerfile brought a fault. */
@NullMarked
package dev.nodestart.conformance.dockerfile;

import org.jspecify.annotations.NullMarked;
