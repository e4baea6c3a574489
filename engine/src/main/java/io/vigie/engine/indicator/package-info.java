/** Measures of a series of bars, each a small machine fed bar by bar; bounded, and the same wherever it began. */
@NullMarked
package io.vigie.engine.indicator;

import org.jspecify.annotations.NullMarked;
