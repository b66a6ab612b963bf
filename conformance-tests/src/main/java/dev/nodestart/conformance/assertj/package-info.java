/**
 * AssertJ assertions on running nodes and on launches: {@link dev.nodestart.conformance.assertj.NodestartAssertions} is
 * the door.
 */
@NullMarked
package dev.nodestart.conformance.assertj;

import org.jspecify.annotations.NullMarked;
