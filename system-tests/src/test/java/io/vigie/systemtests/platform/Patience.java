package io.vigie.systemtests.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Waits for conditions, never for time. */
final class Patience {

	private Patience() {
	}

	static <T> T until(String what, Callable<T> value, Predicate<? super T> wanted) {
		return within(Duration.ofSeconds(90), what, value, wanted);
	}

	static <T> T within(Duration limit, String what, Callable<T> value, Predicate<? super T> wanted) {
		return Awaitility.await(what).atMost(limit).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(300)).ignoreExceptions().until(value, wanted::test);
	}
}
