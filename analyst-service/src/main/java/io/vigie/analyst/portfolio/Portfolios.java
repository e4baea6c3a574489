package io.vigie.analyst.portfolio;

import io.vigie.common.message.Message;
import io.vigie.common.message.PortfolioChanged;
import io.vigie.common.message.PortfolioMessage;
import io.vigie.common.message.PositionView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** The latest word on every bot's account. Every instance reads all of them from the beginning whenever it starts. */
@Component
public class Portfolios {

	private final Map<String, PortfolioChanged> byBot = new ConcurrentHashMap<>();
	private volatile boolean complete;

	void take(List<Message<PortfolioMessage>> batch) {
		for (Message<PortfolioMessage> message : batch) {
			switch (message.data()) {
				case PortfolioChanged portfolio -> byBot.merge(portfolio.bot(), portfolio,
						(old, fresh) -> fresh.sequence() >= old.sequence() ? fresh : old);
			}
		}
	}

	/** All that was said before this instance started has been read. */
	void complete() {
		complete = true;
	}

	/** @throws TransientDataAccessResourceException while portfolios are still being read: who doesn't know, doesn't propose */
	public void requireComplete() {
		if (!complete) {
			throw new TransientDataAccessResourceException("Portfolios are still being read");
		}
	}

	public boolean isKnown(String bot) {
		return byBot.containsKey(bot);
	}

	/** Units held, zero when flat or unknown. */
	public BigDecimal held(String bot, String symbol) {
		return Optional.ofNullable(byBot.get(bot))
			.flatMap(portfolio -> portfolio.positions().stream().filter(it -> it.symbol().equals(symbol)).findFirst())
			.map(PositionView::quantity)
			.orElse(BigDecimal.ZERO);
	}
}
