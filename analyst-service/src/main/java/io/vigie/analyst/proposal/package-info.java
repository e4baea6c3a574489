/** Whether a signal becomes a proposal: what the bot holds, and how old the bar is, decide. */
@NullMarked
package io.vigie.analyst.proposal;

import org.jspecify.annotations.NullMarked;
