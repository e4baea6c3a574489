package io.vigie.risk.halt;

import io.vigie.engine.risk.TradingState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may trade.
 *
 * @param state everyone's; a bot's own can only be stricter
 * @param change what set it; none where nobody ever did
 * @param last changes, newest first
 */
record StatesView(TradingState state, @Nullable StateChange change, List<OfBot> bots, List<StateChange> last) {

	/**
	 * @param effective the stricter one of everyone's and its own
	 * @param own set for this bot alone
	 */
	record OfBot(String bot, TradingState effective, TradingState own, @Nullable StateChange change) {
	}
}
