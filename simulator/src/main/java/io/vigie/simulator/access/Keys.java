package io.vigie.simulator.access;

import io.vigie.simulator.setting.Variables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one key pair of the paper account. */
@Component
public final class Keys {

	private final byte[] id;
	private final byte[] secret;

	Keys(Variables variables) {
		id = bytes(variables.text("ALPACA_API_KEY_ID", "simulator"));
		secret = bytes(variables.text("ALPACA_API_SECRET_KEY", "simulator"));
	}

	/** Takes the same time for every wrong pair. */
	public boolean fit(@Nullable String keyId, @Nullable String secretKey) {
		return MessageDigest.isEqual(id, bytes(keyId)) & MessageDigest.isEqual(secret, bytes(secretKey));
	}

	private static byte[] bytes(@Nullable String text) {
		return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
	}
}
