/** From the venue's prints to ticks on the wire: cleaning, order, gaps, building bars. One thread per link. */
@NullMarked
package io.vigie.sentinel.feed;

import org.jspecify.annotations.NullMarked;
