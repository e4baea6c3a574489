package io.vigie.orchestrator.pace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything the pace depends on, apart from the task's own past. */
public record Outlook(Market market, List<Trouble> troubles, List<Link> links) {

	public static final Outlook UNKNOWN = new Outlook(Market.UNSEEN, List.of(), List.of());

	Optional<Trouble> down(Collection<String> components) {
		return among(components).filter(Trouble::down).findFirst();
	}

	Optional<Trouble> degraded(Collection<String> components) {
		return among(components).filter(trouble -> !trouble.down()).findFirst();
	}

	Optional<Link> link(String name) {
		return links.stream().filter(link -> link.name().equals(name)).findFirst();
	}

	/** A feed that is away, when not a single one delivers. */
	Optional<Link> blind() {
		List<Link> feeds = links.stream().filter(Link::isFeed).toList();
		return feeds.stream().anyMatch(Link::up) ? Optional.empty() : feeds.stream().findFirst();
	}

	private Stream<Trouble> among(Collection<String> components) {
		return troubles.stream().filter(trouble -> components.contains(trouble.component()));
	}
}
