package io.vigie.simulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The account's activities, oldest first, and how rich it was when the last day ended. */
final class History {

	private final List<Activity> activities;
	private BigDecimal lastEquity;

	History(Collection<Activity> activities, BigDecimal lastEquity) {
		this.activities = new ArrayList<>(activities);
		this.lastEquity = lastEquity;
	}

	void add(Activity activity) {
		activities.add(activity);
	}

	List<Activity> activities() {
		return Collections.unmodifiableList(activities);
	}

	void dayEnded(BigDecimal equity) {
		lastEquity = equity;
	}

	BigDecimal lastEquity() {
		return lastEquity;
	}
}
