/** The {@code nodestart} command: parsing, progress and printing, nothing else. */
@NullMarked
package dev.nodestart.cli;

import org.jspecify.annotations.NullMarked;
