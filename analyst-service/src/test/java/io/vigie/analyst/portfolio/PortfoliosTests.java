package io.vigie.analyst.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.analyst.MarketFixtures;
import io.vigie.common.kafka.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.annotation.KafkaListener;

class PortfoliosTests {

	private final Portfolios portfolios = new Portfolios();

	@Test
	void knowsWhatABotHolds() {
		portfolios.take(List.of(MarketFixtures.holding("trend", 3, "BTC/USD", "0.25")));
		assertThat(portfolios.isKnown("trend")).isTrue();
		assertThat(portfolios.held("trend", "BTC/USD")).isEqualByComparingTo("0.25");
		assertThat(portfolios.held("trend", "ETH/USD")).isZero();
		assertThat(portfolios.isKnown("other")).isFalse();
		assertThat(portfolios.held("other", "BTC/USD")).isZero();
	}

	@Test
	void staysWithTheLatestSequence() {
		portfolios.take(List.of(MarketFixtures.holding("trend", 3, "BTC/USD", "0.25"), MarketFixtures.flat("trend", 2)));
		assertThat(portfolios.held("trend", "BTC/USD")).isEqualByComparingTo("0.25");
		portfolios.take(List.of(MarketFixtures.flat("trend", 4)));
		assertThat(portfolios.held("trend", "BTC/USD")).isZero();
	}

	@Test
	void doesNotAnswerBeforeAllHasBeenRead() {
		assertThatThrownBy(portfolios::requireComplete).isInstanceOf(TransientDataAccessResourceException.class);
		portfolios.complete();
		assertThatCode(portfolios::requireComplete).doesNotThrowAnyException();
	}

	@Test
	void listenerReadsEveryPartitionThereIs() throws NoSuchMethodException {
		int partitions = Topics.known().stream().filter(it -> it.name().equals(Topics.PORTFOLIOS)).findFirst().orElseThrow().partitions();
		var listener = PortfolioListener.class.getDeclaredMethod("on", List.class, org.apache.kafka.clients.consumer.Consumer.class)
			.getAnnotation(KafkaListener.class);
		assertThat(listener.topicPartitions()[0].partitions()).containsExactly("0-" + (partitions - 1));
	}
}
