package io.vigie.simulator.market;

import static io.vigie.simulator.exchange.VenueFixture.START;

import io.vigie.engine.market.Side;
import io.vigie.engine.venue.Depth;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.OrderClass;
import io.vigie.simulator.exchange.VenueFixture;
import io.vigie.simulator.journal.Journal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A market of its own without recordings, moved by hand, for those who need one to talk to. */
public final class VenueMarket implements AutoCloseable {

	private final Journal journal;
	private final Market market;

	private VenueMarket(Journal journal, Market market) {
		this.journal = journal;
		this.market = market;
	}

	public static VenueMarket open(Path folder) {
		Journal journal = MarketFixtures.journal(folder);
		return new VenueMarket(journal, MarketFixtures.market(Exchange.open("seed", START, List.of(), VenueFixture.rules(Depth.UNLIMITED, true)),
				journal, new AtomicLong()));
	}

	public Market market() {
		return market;
	}

	public void print(String symbol, String price) {
		market.submit(at -> new Command.Inject(at, List.of(new Command.Injected(symbol, new BigDecimal(price), BigDecimal.TEN))));
	}

	/** One share at market. */
	public UUID buy(String symbol, String clientOrderId) {
		return market.submitThen(at -> new Command.Place(at, VenueFixture.market(symbol, Side.BUY, "1"), clientOrderId, OrderClass.SIMPLE, null, null),
				(exchange, _) -> exchange.findOrder(clientOrderId).orElseThrow().id());
	}

	public void pass(Duration time) {
		market.advance(time);
	}

	@Override
	public void close() {
		journal.close();
	}
}
