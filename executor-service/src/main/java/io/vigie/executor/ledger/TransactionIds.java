package io.vigie.executor.ledger;

import io.vigie.common.message.Ids;
import java.util.UUID;

/** A ledger transaction's id follows from its key. */
public final class TransactionIds {

	private TransactionIds() {
	}

	public static UUID of(String key) {
		return Ids.named("ledger", key);
	}
}
