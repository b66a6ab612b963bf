@NullMarked
package dev.nodestart.cli;

import org.jspecify.annotations.NullMarked;
