package io.vigie.analyst.portfolio;

import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration
class PortfolioConfiguration {

	private static final long IDLE_MILLIS = 200;

	/** Like all others, but says soon when there is nothing more to read. */
	@Bean
	ConcurrentKafkaListenerContainerFactory<Object, Object> portfolioContainers(
			ConcurrentKafkaListenerContainerFactoryConfigurer configurer, ConsumerFactory<Object, Object> consumers,
			ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> prompt) {
		var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
		configurer.configure(factory, consumers);
		factory.setContainerCustomizer(prompt);
		factory.getContainerProperties().setIdleEventInterval(IDLE_MILLIS);
		factory.getContainerProperties().setPollTimeout(IDLE_MILLIS);
		return factory;
	}
}
