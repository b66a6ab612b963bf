/** The page on GPUs, whose second half is made from the checks and the tables. */
@NullMarked
package dev.nodestart.gpu.docs;

import org.jspecify.annotations.NullMarked;
