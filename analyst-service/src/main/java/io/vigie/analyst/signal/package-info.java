/** Bars in, signals and proposals out; every signal is kept and can be asked for. */
@NullMarked
package io.vigie.analyst.signal;

import org.jspecify.annotations.NullMarked;
