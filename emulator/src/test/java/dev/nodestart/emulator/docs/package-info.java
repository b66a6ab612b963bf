/** The data files held against their schemas, and the pages and the index that are made from them. */
@NullMarked
package dev.nodestart.emulator.docs;

import org.jspecify.annotations.NullMarked;
