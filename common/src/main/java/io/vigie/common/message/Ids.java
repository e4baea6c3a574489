package io.vigie.common.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identities. Something new begins with a time-ordered id; whatever follows from something else is named after it, so that
 * doing the same work twice yields the same id and the second one is absorbed.
 */
public final class Ids {

	private Ids() {
	}

	/** A UUID version 7 (RFC 9562) that starts with the given time. */
	public static UUID next(Instant now) {
		long random = ThreadLocalRandom.current().nextLong();
		long high = now.toEpochMilli() << 16 | 0x7000 | random & 0x0FFF;
		long low = ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
		return new UUID(high, low);
	}

	/** A UUID version 5 (RFC 9562) of the parts; equal parts, equal id. */
	public static UUID named(Object... parts) {
		MessageDigest digest = sha1();
		for (Object part : parts) {
			digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
		}
		ByteBuffer hash = ByteBuffer.wrap(digest.digest());
		long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
		long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
		return new UUID(high, low);
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-1", e);
		}
	}
}
