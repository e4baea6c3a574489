package io.vigie.common.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a service with a setting that can't be used, where nobody answers for database and broker. */
public final class NoStart {

	private NoStart() {
	}

	/** @throws AssertionError where it starts, or tried to reach database or broker before it said no */
	public static void of(Class<?> service, String variable, String value) throws IOException {
		try (ServerSocket outside = new ServerSocket(0)) {
			String address = "localhost:" + outside.getLocalPort();
			Map<String, String> settings = new LinkedHashMap<>(Map.of("VIGIE_KAFKA", address, "spring.kafka.bootstrap-servers", address,
					"VIGIE_DATABASE_URL", "jdbc:postgresql://" + address + "/vigie", "VIGIE_LOG_FORMAT", "", "VIGIE_LOG_LEVEL", "ERROR"));
			settings.put(variable, value);
			assertThatThrownBy(() -> new SpringApplicationBuilder(service)
				.run(settings.entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue()).toArray(String[]::new)).close());
			outside.setSoTimeout(1);
			assertThatThrownBy(outside::accept).as("a connection before the settings were read").isInstanceOf(SocketTimeoutException.class);
		}
	}
}
