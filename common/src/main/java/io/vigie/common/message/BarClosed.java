package io.vigie.common.message;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Tick;
import org.jspecify.annotations.Nullable;

/**
 * A bar is complete and will not change.
 *
 * @param closedBy the first print after it, which closed it: whoever decides on the bar decides at that price, whether or not
 *   the print itself has reached it yet
 */
@JsonTypeName("bar-closed")
public record BarClosed(Bar bar, @Nullable Tick closedBy) implements BarMessage {

	/** By nobody knows which print. */
	public BarClosed(Bar bar) {
		this(bar, null);
	}
}
