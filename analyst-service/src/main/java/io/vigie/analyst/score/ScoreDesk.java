package io.vigie.analyst.score;

import io.vigie.common.bot.Bots;
import io.vigie.common.message.BarClosed;
import io.vigie.common.message.BarMessage;
import io.vigie.common.message.Message;
import io.vigie.common.message.SignalMessage;
import io.vigie.common.message.SignalRaised;
import io.vigie.engine.market.Bar;
import io.vigie.engine.market.Timeframe;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds signals against what the price did. Signals and bars come on different topics, so either may come first, late or twice:
 * both are kept, and whatever has both is settled whenever one more of either comes. A forecast is settled by the first close
 * at or after it is due: a market that rested is not held against anyone.
 */
@Service
@EnableConfigurationProperties(ScoreSettings.class)
class ScoreDesk {

	private final Forecasts forecasts;
	private final ScoreSettings settings;
	private final Set<Watched> watched;

	ScoreDesk(Forecasts forecasts, ScoreSettings settings, Bots bots) {
		this.forecasts = forecasts;
		this.settings = settings;
		this.watched = bots.all()
			.stream()
			.flatMap(bot -> bot.symbols().stream().map(symbol -> new Watched(symbol, bot.timeframe())))
			.collect(Collectors.toSet());
	}

	@Transactional
	void foresee(List<Message<SignalMessage>> batch) {
		forecasts.keep(batch.stream().map(this::forecast).toList());
		forecasts.settle(batch.stream().map(it -> symbol(it.data())).distinct().toList());
	}

	@Transactional
	void close(List<Message<BarMessage>> batch) {
		List<Bar> bars = batch.stream()
			.map(ScoreDesk::bar)
			.filter(it -> watched.contains(new Watched(it.symbol(), it.timeframe())))
			.toList();
		if (!bars.isEmpty()) {
			forecasts.keepCloses(bars);
			forecasts.settle(bars.stream().map(Bar::symbol).distinct().toList());
		}
	}

	private Forecast forecast(Message<SignalMessage> message) {
		return switch (message.data()) {
			case SignalRaised signal -> Forecast.of(message.id(), signal, settings.forecastBars());
		};
	}

	private static String symbol(SignalMessage message) {
		return switch (message) {
			case SignalRaised signal -> signal.symbol();
		};
	}

	private static Bar bar(Message<BarMessage> message) {
		return switch (message.data()) {
			case BarClosed(Bar bar, _) -> bar;
		};
	}

	private record Watched(String symbol, Timeframe timeframe) {
	}
}
