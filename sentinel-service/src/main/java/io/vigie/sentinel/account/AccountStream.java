package io.vigie.sentinel.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.sentinel.connection.Keeper;
import io.vigie.sentinel.connection.Links;
import io.vigie.sentinel.venue.AccountFrames;
import io.vigie.sentinel.venue.Streams;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the account stream open while the service runs. */
@Component
class AccountStream implements SmartLifecycle {

	private final Keeper keeper;
	private volatile boolean running;

	AccountStream(AccountSettings settings, Links links, Streams streams, AccountFrames frames, AccountTeller teller,
			Activities activities,
			EndedOrders endedOrders, MeterRegistry metrics) {
		keeper = links.keeper("account-stream",
				new AccountConversation(settings.name(), streams, frames, teller, activities, endedOrders, metrics));
	}

	@Override
	public void start() {
		running = true;
		keeper.start();
	}

	@Override
	public void stop() {
		running = false;
		keeper.stop();
	}

	@Override
	public boolean isRunning() {
		return running;
	}
}
