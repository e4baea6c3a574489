package io.vigie.executor.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Somebody's word that real money may be traded, and on which record.
 *
 * @param seal of everything else: what was changed afterwards does not fit it any more
 */
record Acknowledgement(UUID id, String name, String statement, String paperRecord, String seal, Instant signedAt) {

	/** To be sent back letter for letter. */
	static final String STATEMENT = "I have read the paper record. I want Vigie to trade with real money, and I know that I can lose all of it.";

	static Acknowledgement signed(UUID id, String name, String paperRecord, Instant at) {
		return new Acknowledgement(id, name, STATEMENT, paperRecord, seal(id, name, STATEMENT, paperRecord, at), at);
	}

	boolean isGenuine() {
		return statement.equals(STATEMENT) && seal.equals(seal(id, name, statement, paperRecord, signedAt));
	}

	private static String seal(UUID id, String name, String statement, String paperRecord, Instant at) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			for (String part : List.of(id.toString(), name, statement, paperRecord, Long.toString(at.toEpochMilli()))) {
				byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
				digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
				digest.update(bytes);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
