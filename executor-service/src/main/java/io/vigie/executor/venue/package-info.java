/** The broker's REST interface, spoken in Alpaca's words: what was asked, what was answered, and when the answer is not known. */
@NullMarked
package io.vigie.executor.venue;

import org.jspecify.annotations.NullMarked;
