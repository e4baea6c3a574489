package io.vigie.executor.order;

import java.util.Set;

/** Why cash or units move that nobody traded, by the broker's type of the entry. */
public enum Movement {
	FEE, CORPORATE_ACTION, TRANSFER, INTEREST;

	private static final Set<String> FEES = Set.of("CFEE", "FEE", "PTC", "PTR", "REG", "TAF");
	private static final Set<String> TRANSFERS = Set.of("CSD", "CSW", "CSR", "TRANS", "JNLC", "ACATC", "JNL", "JNLS", "ACATS");
	private static final Set<String> ACTIONS = Set.of("SPLIT", "SSP", "SPIN", "SSO", "REORG", "MA", "CIL", "NC", "SC");

	static Movement of(String kind) {
		if (FEES.contains(kind)) {
			return FEE;
		}
		if (TRANSFERS.contains(kind)) {
			return TRANSFER;
		}
		return ACTIONS.contains(kind) || kind.startsWith("DIV") ? CORPORATE_ACTION : INTEREST;
	}
}
