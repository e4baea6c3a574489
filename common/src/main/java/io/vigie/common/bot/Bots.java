package io.vigie.common.bot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.LinkedHashSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All traders, in the order of the configuration. */
public final class Bots {

	/** Keeps what no bot was given; not a trader. */
	public static final String RESERVE = "reserve";

	private final List<Bot> all;
	private final Map<String, Bot> byName;

	Bots(List<Bot> all) {
		this.all = List.copyOf(all);
		this.byName = all.stream().collect(Collectors.toMap(Bot::name, Function.identity(), (first, second) -> {
			throw new IllegalArgumentException("Two bots are named '" + first.name() + "'");
		}));
		if (byName.containsKey(RESERVE)) {
			throw new IllegalArgumentException("No bot may be named '" + RESERVE + "'");
		}
	}

	public List<Bot> all() {
		return all;
	}

	public Optional<Bot> named(String name) {
		return Optional.ofNullable(byName.get(name));
	}

	/** Every symbol that some bot trades or compares with. */
	public SequencedSet<String> symbols() {
		return all.stream().flatMap(bot -> Stream.concat(bot.symbols().stream(), Stream.ofNullable(bot.reference()))).collect(Collectors.toCollection(LinkedHashSet::new));
	}
}
