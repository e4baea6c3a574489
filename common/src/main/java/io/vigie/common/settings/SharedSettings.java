package io.vigie.common.settings;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Those settings that the framework reads for us, in its own words and mostly late: checked before any class of it does. A property
 * that isn't there is fine.
 */
class SharedSettings implements EnvironmentPostProcessor {

	private static final Pattern BROKERS = Pattern.compile("[^\\s:,/]+:\\d{1,5}(\\s*,\\s*[^\\s:,/]+:\\d{1,5})*");
	private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:_%-]*");
	private static final Pattern LEVEL = Pattern.compile("(?i)TRACE|DEBUG|INFO|WARN|ERROR|FATAL|OFF|");
	private static final Pattern LOG_FORMAT = Pattern.compile("(?i)ecs|gelf|logstash|");

	private static final List<Wanted> WANTED = List.of(
			new Wanted("server.port", "a whole number from 0 to 65535", it -> isWhole(it, 0, 65_535)),
			new Wanted("server.address", "an address of this machine, such as 127.0.0.1 or 0.0.0.0", HOST.asMatchPredicate()),
			new Wanted("vigie.kafka", "HOST:PORT, or several of them with commas between", BROKERS.asMatchPredicate()),
			new Wanted("vigie.kafka-replicas", "a whole number from 1 to 100", it -> isWhole(it, 1, 100)),
			new Wanted("spring.datasource.url", "the address of a PostgreSQL database, such as jdbc:postgresql://localhost:25432/vigie",
					it -> it.startsWith("jdbc:postgresql:")),
			new Wanted("spring.datasource.hikari.maximum-pool-size", "a whole number from 2 to 1000", it -> isWhole(it, 2, 1_000)),
			new Wanted("logging.level.root", "one of TRACE, DEBUG, INFO, WARN, ERROR, OFF", LEVEL.asMatchPredicate()),
			new Wanted("logging.structured.format.console", "one of ecs, gelf, logstash, or empty for plain lines", LOG_FORMAT.asMatchPredicate()));

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		check(environment);
	}

	/** @throws WrongSetting for the first that can't be used */
	static void check(Environment environment) {
		for (Wanted wanted : WANTED) {
			String value = environment.getProperty(wanted.property);
			if (value != null && !wanted.met.test(value.strip())) {
				throw new WrongSetting(environment, wanted.property, wanted.words);
			}
		}
	}

	/** An empty value is none. */
	private static boolean isWhole(String text, int least, int most) {
		return text.isEmpty() || text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
	}

	private record Wanted(String property, String words, Predicate<String> met) {
	}
}
