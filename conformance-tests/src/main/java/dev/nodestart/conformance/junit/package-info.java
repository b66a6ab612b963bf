/**
 * For tests of image repositories, on JUnit 5.14 and newer: {@link dev.nodestart.conformance.junit.NodestartTest}
 * launches an image for a test class, {@link dev.nodestart.conformance.junit.NodeContainer} does so as a Testcontainers
 * {@code Startable}.
 */
@NullMarked
package dev.nodestart.conformance.junit;

import org.jspecify.annotations.NullMarked;
