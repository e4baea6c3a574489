package io.vigie.common.testing.planted;

import io.vigie.common.testing.planted.a.First;
import io.vigie.simulator.Stranger;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/** One of each fault. */
public class Faults {

	@Autowired
	@SuppressWarnings("NullAway.Init")
	private First injected;

	@Entity
	public static class PublicEntity {

		@Id
		@SuppressWarnings("NullAway.Init")
		private String id;
	}

	public static class Ears {

		@KafkaListener(topics = "x")
		void on(String message) {
		}
	}

	@ConfigurationProperties("x")
	public static class Settings {
	}

	public interface Lonely {
	}

	static class OnlyOneImpl implements Lonely {
	}

	Instant now(KafkaTemplate<String, String> template, Stranger stranger) {
		System.out.println(stranger.hashCode());
		template.flush();
		System.out.println(injected);
		return Instant.now();
	}
}
