/** The launcher of the whole platform on one machine: commands in, sentences out. */
@NullMarked
package io.vigie.local;

import org.jspecify.annotations.NullMarked;
