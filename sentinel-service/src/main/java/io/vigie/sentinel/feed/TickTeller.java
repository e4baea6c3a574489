package io.vigie.sentinel.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Ids;
import io.vigie.common.message.Message;
import io.vigie.common.message.QuoteChanged;
import io.vigie.common.message.TradePrinted;
import io.vigie.engine.market.Quote;
import io.vigie.engine.market.Tick;
import io.vigie.sentinel.voice.Voice;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells of prints and quotes on {@code sentinel.ticks.v1}. Thread-safe. */
@Component
class TickTeller {

	private static final Logger log = LoggerFactory.getLogger(TickTeller.class);

	private final Voice voice;
	private final Clock clock;
	private final Counter ticks;
	private final Counter quotes;

	TickTeller(Voice voice, Clock clock, MeterRegistry metrics) {
		this.voice = voice;
		this.clock = clock;
		this.ticks = metrics.counter("sentinel.ticks");
		this.quotes = metrics.counter("sentinel.quotes");
	}

	/** The print has the same identity whenever it is told. */
	Message<TradePrinted> message(Tick tick) {
		return Message.beginning(Ids.named("tick", tick.symbol(), tick.sequence()), "sentinel", Message.ALL,
				clock.instant(),
				new TradePrinted(tick));
	}

	void tell(Message<TradePrinted> message, SymbolRecord record) throws InterruptedException {
		Tick tick = message.data().tick();
		voice.say(Topics.TICKS, tick.symbol(), message).whenComplete((_, failure) -> {
			if (failure == null) {
				record.acknowledged(Position.of(tick));
			}
			else {
				log.atError().addKeyValue("symbol", tick.symbol()).addKeyValue("sequence", tick.sequence())
					.addKeyValue("cause", String.valueOf(failure.getMessage())).log("Tick not told");
			}
		});
		ticks.increment();
	}

	/** The next quote makes this one worthless, so nothing waits for it. */
	void tell(Quote quote) {
		voice.mention(Topics.TICKS, quote.symbol(),
				Message.beginning(Ids.named("quote", quote.symbol(), quote.at(), quote.bid(), quote.ask()), "sentinel",
						Message.ALL,
						clock.instant(), new QuoteChanged(quote)));
		quotes.increment();
	}
}
