package io.vigie.common.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.common.venue.VenueDrift;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

@AutoConfiguration(after = KafkaAutoConfiguration.class)
class ObserveConfiguration {

	@Bean
	KafkaHealth kafkaHealthIndicator(KafkaAdmin admin) {
		return new KafkaHealth(Admin.create(admin.getConfigurationProperties()));
	}

	@Bean
	VenueDrift venueDrift(MeterRegistry metrics, @Value("${spring.application.name}") String service) {
		return new VenueDrift(metrics, service);
	}
}
