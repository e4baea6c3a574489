package io.vigie.sentinel.voice;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is said here was seen in the market and can't be seen again: the producer keeps it, in order, for as long as the
 * broker is away, instead of giving it up. Its buffer is the bound; when it is full the feed is held up, and the gap is
 * filled from the venue's history.
 */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

	@Bean
	DefaultKafkaProducerFactoryCustomizer patience() {
		return factory -> factory.updateConfigs(Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE));
	}
}
