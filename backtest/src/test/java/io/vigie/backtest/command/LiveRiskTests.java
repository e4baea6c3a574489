package io.vigie.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.market.Timeframe;
import io.vigie.engine.risk.Costs;
import io.vigie.engine.risk.ExposureLimits;
import io.vigie.engine.risk.Limits;
import io.vigie.engine.risk.ProtectionLimits;
import io.vigie.engine.risk.Protections;
import io.vigie.engine.risk.SizingPolicy;
import io.vigie.engine.venue.FeeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** A backtest sized by the gate has the limits that live bots have, as risk-service and the bots' own settings give them. */
class LiveRiskTests {

	private static final Path RISK = Path.of("../risk-service/src/main/resources/application.yaml");
	private static final Path BOT = Path.of("../common/src/main/java/io/vigie/common/bot/RiskLimits.java");
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\w+:(.*)}");

	private final Map<String, Object> risk = section(read(RISK), "vigie.risk");
	private final Map<String, Object> exposure = section(risk, "exposure");
	private final Map<String, Object> protection = section(risk, "protection");

	@Test
	void areThoseOfTheSettings() {
		Limits limits = new Limits(new SizingPolicy.FixedFraction(percent(risk, "entry")), ofBot("maxPosition"), ofBot("stopLoss"),
				ofBot("takeProfit"), ofBot("minConfidence"), span("stale-price"), span("late-proposal"), percent(risk, "price-collar"),
				whole(risk, "order-rate"),
				new ExposureLimits(percent(exposure, "symbol"), percent(exposure, "bot"), percent(exposure, "asset-class"),
						percent(exposure, "sector"), percent(exposure, "global"), new BigDecimal(text(exposure, "leverage"))));
		ProtectionLimits protections = new ProtectionLimits(whole(protection, "cooldown"), whole(protection, "stop-outs"),
				whole(protection, "stop-out-bars"), percent(protection, "drawdown"), whole(protection, "drawdown-bars"),
				whole(protection, "drawdown-trades"), percent(protection, "daily-loss"), percent(protection, "symbol-loss"),
				whole(protection, "symbol-bars"), whole(protection, "symbol-trades"), whole(protection, "symbol-lock"));

		PositionSize size = LiveRisk.size(BigDecimal.ZERO, BigDecimal.ZERO, FeeModel.FREE, Timeframe.M5);

		assertThat(size).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
			.isEqualTo(new PositionSize.ByGate(limits, new Costs(BigDecimal.ZERO, percent(risk, "slippage")),
					new Protections(protections, Timeframe.M5)));
	}

	private static Map<String, Object> read(Path file) {
		return new Yaml().load(text(file));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> section(Map<String, Object> within, String name) {
		return (Map<String, Object>) within.get(name);
	}

	/** The default of a setting that the environment may give. */
	private static String text(Map<String, Object> within, String name) {
		Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(within.get(name)));
		assertThat(placeholder.matches()).as(name).isTrue();
		return placeholder.group(1);
	}

	private static BigDecimal percent(Map<String, Object> within, String name) {
		return new BigDecimal(text(within, name)).movePointLeft(2);
	}

	private static int whole(Map<String, Object> within, String name) {
		return Integer.parseInt(text(within, name));
	}

	private Duration span(String name) {
		return Duration.parse("PT" + text(risk, name));
	}

	/** Its module is full of Spring, so its source is looked at instead. */
	private static BigDecimal ofBot(String component) {
		Matcher found = Pattern.compile("@DefaultValue\\(\"([\\d.]+)\"\\)(?: @\\w+\\(\"[\\d.]+\"\\))* BigDecimal " + component).matcher(text(BOT));
		assertThat(found.find()).as(component).isTrue();
		return new BigDecimal(found.group(1)).movePointLeft(2);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
