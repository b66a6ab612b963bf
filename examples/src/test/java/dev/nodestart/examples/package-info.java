@NullMarked
package dev.nodestart.examples;

import org.jspecify.annotations.NullMarked;
