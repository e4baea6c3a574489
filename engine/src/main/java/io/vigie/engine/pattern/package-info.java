/** What a chart shows: candlesticks, chart patterns, levels and regime, each found with closed bars alone and said in words. */
@NullMarked
package io.vigie.engine.pattern;

import org.jspecify.annotations.NullMarked;
