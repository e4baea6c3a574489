package io.vigie.simulator.market;

import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.ExchangeState;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.journal.Founding;
import io.vigie.simulator.journal.Journal;
import io.vigie.simulator.journal.JournalUnusable;
import io.vigie.simulator.setting.Variables;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the market where it stood, or founds it. */
@Configuration(proxyBeanMethods = false)
class MarketConfiguration {

	private static final Logger LOG = LoggerFactory.getLogger(MarketConfiguration.class);

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	MarketSettings marketSettings(Variables variables, Clock clock) {
		return MarketSettings.of(variables, clock);
	}

	@Bean(destroyMethod = "")
	Market market(MarketSettings settings) {
		Journal journal = Journal.open(settings.data(), () -> new Founding(UUID.randomUUID().toString(), settings.start(),
				settings.fingerprint(), settings.rules().toString()));
		try {
			return open(journal, settings);
		}
		catch (RuntimeException e) {
			journal.close();
			throw e;
		}
	}

	@Bean
	MarketPump marketPump(Market market, MarketSettings settings) {
		return new MarketPump(market, settings.paused());
	}

	private static Market open(Journal journal, MarketSettings settings) {
		Founding founding = journal.founding();
		if (!founding.recordings().equals(settings.fingerprint()) || !founding.rules().equals(settings.rules().toString())) {
			throw new JournalUnusable("The market in " + settings.data() + " was made with other recordings, fees or rules.");
		}
		Exchange exchange = replay(journal, founding, settings);
		LOG.atInfo().addKeyValue("data", settings.data()).addKeyValue("market_time", exchange.now())
			.addKeyValue("orders", exchange.orders().size()).log("Market is open");
		Market market = new Market(exchange, journal, new MarketClock(exchange.now(), settings.speed(), System::nanoTime),
				settings.compactAbove());
		if (exchange.dialect() != settings.dialect()) {
			market.submit(at -> new Command.Speak(at, settings.dialect()));
		}
		return market;
	}

	private static Exchange replay(Journal journal, Founding founding, MarketSettings settings) {
		ExchangeState state = journal.state();
		Exchange exchange = state == null
				? Exchange.open(founding.seed(), founding.start(), settings.recordings(), settings.rules())
				: Exchange.resume(state, settings.recordings(), settings.rules());
		journal.replay(command -> {
			try {
				exchange.apply(command);
			}
			catch (Refused _) {
				// it was refused the first time, too
			}
		});
		exchange.takeFirings();
		return exchange;
	}
}
