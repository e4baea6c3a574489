/** Charts for people: patterns, levels, regime and indicators on demand. */
@NullMarked
package io.vigie.analyst.chart;

import org.jspecify.annotations.NullMarked;
