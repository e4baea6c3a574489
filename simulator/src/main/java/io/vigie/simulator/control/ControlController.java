package io.vigie.simulator.control;

import io.vigie.engine.market.Tick;
import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.Dialect;
import io.vigie.simulator.exchange.Exchange;
import io.vigie.simulator.exchange.Refused;
import io.vigie.simulator.exchange.Tape;
import io.vigie.simulator.market.Market;
import io.vigie.simulator.stream.Connections;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /simulator}: not part of Alpaca's API, and only for callers on this machine. */
@RestController
@RequestMapping("/simulator")
class ControlController {

	private static final String SYMBOL = "[A-Z0-9.]{1,12}(/USD)?";
	private static final int LARGEST_BATCH = 10_000;
	private static final BigDecimal FASTEST = BigDecimal.valueOf(1_000_000);
	private static final int LATEST_MILLIS = 60_000;

	private final Market market;
	private final Later later;
	private final Connections connections;

	ControlController(Market market, Later later, Connections connections) {
		this.market = market;
		this.later = later;
		this.connections = connections;
	}

	@GetMapping("/status")
	Status status() {
		return market.read(exchange -> new Status(exchange.now(), exchange.start(), market.speed().toPlainString(),
				market.isRunning(), exchange.orders().size(), exchange.openOrders().size(), exchange.dialect().wire(), exchange.tapes().stream()
					.map(it -> SymbolStatus.of(exchange, it))
					.toList()));
	}

	/** Prints that happen now, in the order given, or {@code after_ms}; a symbol nobody knew is listed from its first print on. */
	@PostMapping("/ticks")
	Injected inject(@RequestBody List<NewTick> ticks) {
		if (ticks.isEmpty() || ticks.size() > LARGEST_BATCH) {
			throw Refused.invalid("between 1 and " + LARGEST_BATCH + " ticks are needed");
		}
		ticks.forEach(NewTick::check);
		later.inject(ticks.stream().filter(NewTick::isLater).map(it -> new Later.Print(it.toInjected(), it.after())).toList());
		List<Command.Injected> now = ticks.stream().filter(it -> !it.isLater()).map(NewTick::toInjected).toList();
		Instant marketTime = now.isEmpty() ? market.time() : market.submitThen(at -> new Command.Inject(at, now), (exchange, _) -> exchange.now());
		return new Injected(ticks.size(), marketTime);
	}

	@PostMapping("/speed")
	Status changeSpeed(@RequestBody NewSpeed speed) {
		if (speed.speed == null || speed.speed.signum() <= 0 || speed.speed.compareTo(FASTEST) > 0) {
			throw Refused.invalid("speed must be above 0 and at most " + FASTEST.toPlainString());
		}
		market.changeSpeed(speed.speed);
		return status();
	}

	@PostMapping("/pause")
	Status pause() {
		market.pause();
		return status();
	}

	@PostMapping("/resume")
	Status resume() {
		market.resume();
		return status();
	}

	/** Moves market time on, playing everything on the way; most useful while paused. */
	@PostMapping("/advance")
	Status advance(@RequestBody Advance by) {
		if (by.seconds == null || by.seconds.signum() <= 0 || by.seconds.compareTo(BigDecimal.valueOf(Duration.ofDays(7).toSeconds())) > 0) {
			throw Refused.invalid("seconds must be above 0 and at most a week");
		}
		market.advance(Duration.ofNanos(by.seconds.movePointRight(9).longValue()));
		return status();
	}

	/** Cuts every WebSocket off. */
	@PostMapping("/disconnect")
	Map<String, Integer> disconnect() {
		return Map.of("disconnected", connections.cut());
	}

	/** Whose rule about client order ids holds from now on. */
	@PostMapping("/ids")
	Map<String, String> speak(@RequestBody Map<String, String> body) {
		Dialect dialect = Arrays.stream(Dialect.values()).filter(it -> it.wire().equals(body.get("ids"))).findFirst()
			.orElseThrow(() -> Refused.invalid("ids must be alpaca or binance"));
		market.submit(at -> new Command.Speak(at, dialect));
		return Map.of("ids", dialect.wire());
	}

	record Status(Instant marketTime, Instant replayStart, String speed, boolean running, int orders, int openOrders,
			String ids, List<SymbolStatus> symbols) {
	}

	/**
	 * @param pass how often the recording was played to its end, absent for injected symbols
	 * @param position how many prints of this pass are played
	 */
	record SymbolStatus(String symbol, String name, @Nullable Long pass, @Nullable Integer position, @Nullable Long sequence,
			@Nullable String price) {

		private static SymbolStatus of(Exchange exchange, Tape tape) {
			String symbol = tape.instrument().symbol();
			return new SymbolStatus(symbol, tape.description(), exchange.pass(symbol).orElse(null),
					exchange.position(symbol).orElse(null), tape.last().map(Tick::sequence).orElse(null),
					tape.last().map(it -> it.price().toPlainString()).orElse(null));
		}
	}

	/** @param afterMs wall-clock milliseconds from now */
	record NewTick(@Nullable String symbol, @Nullable BigDecimal price, @Nullable BigDecimal size, @Nullable Integer afterMs) {

		private boolean isLater() {
			return afterMs != null && afterMs > 0;
		}

		private Duration after() {
			return Duration.ofMillis(afterMs == null ? 0 : afterMs);
		}

		private void check() {
			if (symbol == null || !symbol.matches(SYMBOL)) {
				throw Refused.invalid("symbol must look like MSFT or BENCH01/USD");
			}
			if (price == null || price.signum() <= 0 || price.scale() > 9 || price.precision() > 18) {
				throw Refused.invalid("price of " + symbol + " must be a positive decimal");
			}
			if (size != null && (size.signum() < 0 || size.scale() > 18 || size.precision() > 30)) {
				throw Refused.invalid("size of " + symbol + " must be a decimal, not negative");
			}
			if (afterMs != null && (afterMs < 0 || afterMs > LATEST_MILLIS)) {
				throw Refused.invalid("after_ms of " + symbol + " must be between 0 and " + LATEST_MILLIS);
			}
		}

		private Command.Injected toInjected() {
			return new Command.Injected(Objects.requireNonNull(symbol), Objects.requireNonNull(price), size == null ? BigDecimal.ONE : size);
		}
	}

	record NewSpeed(@Nullable BigDecimal speed) {
	}

	record Advance(@Nullable BigDecimal seconds) {
	}

	record Injected(int ticks, Instant marketTime) {
	}
}
