package io.vigie.common.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** The plumbing all services have. */
@AutoConfiguration(after = KafkaAutoConfiguration.class,
		afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@EnableScheduling
class KafkaConfiguration {

	private static final int MAX_DEAD_LETTER_BYTES = 2 * 1024 * 1024;

	@Bean
	Contracts contracts(JsonMapper mapper) {
		return new Contracts(mapper);
	}

	@Bean
	Publisher publisher(ProducerFactory<String, byte[]> producers, Contracts contracts) {
		ProducerFactory<String, byte[]> batching = producers.copyWithConfigurationOverride(
				Map.of(ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024,
						ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4", ProducerConfig.BUFFER_MEMORY_CONFIG, 64 * 1024 * 1024L));
		ProducerFactory<String, byte[]> prompt = producers
			.copyWithConfigurationOverride(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_DEAD_LETTER_BYTES));
		return new Publisher(new KafkaTemplate<>(prompt), new KafkaTemplate<>(batching), contracts);
	}

	@Bean
	DeadLetters deadLetters(Publisher publisher, Contracts contracts, MeterRegistry metrics,
			@Value("${spring.application.name}") String service) {
		return new DeadLetters(publisher, contracts, service, metrics);
	}

	@Bean
	BatchInterceptor<Object, Object> intake(Contracts contracts, DeadLetters deadLetters) {
		return new Intake(contracts, deadLetters);
	}

	@Bean
	Deliveries deliveries(DeadLetters deadLetters) {
		return new Deliveries(deadLetters);
	}

	/**
	 * A listener waits for as long as the service lives: on a thread of its own it wakes at once, where a virtual one is woken by two
	 * others. Nor does it wait for the broker to know how far it got: what was acted on is remembered with the act.
	 */
	@Bean
	ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> promptListeners() {
		return container -> {
			ContainerProperties properties = container.getContainerProperties();
			properties.setListenerTaskExecutor(new SimpleAsyncTaskExecutor(container.getListenerId() + "-"));
			properties.setSyncCommits(false);
		};
	}

	@Bean
	AgentLogs agentLogs(Publisher publisher, Clock clock, @Value("${spring.application.name}") String service) {
		return new AgentLogs(publisher, service, clock);
	}

	@Bean
	Inbox inbox(JdbcTemplate jdbc, Clock clock) {
		return new Inbox(jdbc, clock);
	}

	@Bean
	OutboxRelay outboxRelay(JdbcTemplate jdbc, PlatformTransactionManager transactions, Publisher publisher,
			MeterRegistry metrics) {
		return new OutboxRelay(jdbc, new TransactionTemplate(transactions), publisher, metrics);
	}

	@Bean
	Outbox outbox(JdbcTemplate jdbc, Contracts contracts, OutboxRelay relay) {
		return new Outbox(jdbc, contracts, relay);
	}

	/** Only outages come this far: the batch is tried again for as long as they last, and no message is given up. */
	@Bean
	CommonErrorHandler retryWhileOutageLasts() {
		var backOff = new ExponentialBackOff(200, 2);
		backOff.setMaxInterval(Duration.ofSeconds(5).toMillis());
		var handler = new DefaultErrorHandler(backOff);
		handler.setClassifications(Map.of(), true);
		return handler;
	}

	/** Every service makes sure that all topics exist, so that the order of starting doesn't matter; they are defined once, here. */
	@Bean
	KafkaAdmin.NewTopics topics(@Value("${vigie.kafka-replicas:1}") short replicas) {
		return new KafkaAdmin.NewTopics(
				Topics.known().stream().flatMap(topic -> Stream.of(topic(topic, replicas), deadLetters(topic, replicas))).toArray(NewTopic[]::new));
	}

	private static NewTopic topic(Topics.Topic topic, short replicas) {
		TopicBuilder builder = TopicBuilder.name(topic.name()).partitions(topic.partitions()).replicas(replicas);
		return (topic.compacted() ? builder.compact()
				: builder.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(7).toMillis())))
			.build();
	}

	private static NewTopic deadLetters(Topics.Topic topic, short replicas) {
		return TopicBuilder.name(Topics.deadLetters(topic.name()))
			.partitions(topic.partitions())
			.replicas(replicas)
			.config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_DEAD_LETTER_BYTES))
			.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(30).toMillis()))
			.build();
	}
}
