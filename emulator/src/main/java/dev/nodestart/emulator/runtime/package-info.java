/** Databricks Runtime lines and node types, as data. */
@NullMarked
package dev.nodestart.emulator.runtime;

import org.jspecify.annotations.NullMarked;
