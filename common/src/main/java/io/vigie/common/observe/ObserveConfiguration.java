package io.vigie.common.observe;

import org.apache.kafka.clients.admin.Admin;
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
}
