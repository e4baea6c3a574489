package io.vigie.executor.order;

import static io.vigie.executor.testing.VerdictFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.common.kafka.Topics;
import io.vigie.common.message.Message;
import io.vigie.common.message.ProposalApproved;
import io.vigie.common.message.VerdictMessage;
import io.vigie.executor.testing.ExecutorTest;
import io.vigie.executor.testing.FakeOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One bad verdict harms no other; many good ones keep the books as true as one. */
class BadVerdictIT extends ExecutorTest {

	@Autowired
	private Farewell farewell;

	@Test
	void putsVerdictForUnknownBotAsideAndGoesOn() {
		var stranger = entry("nobody", "NBD", "1", "10");
		wire.send(Topics.VERDICTS, "trend", stranger);
		var good = entry("trend", "NBE", "1", "10");
		wire.send(Topics.VERDICTS, "trend", good);

		awaitState(clientOrderId(good), "ACCEPTED");
		await(() -> assertThat(wire.records(Topics.deadLetters(Topics.VERDICTS)))
			.anySatisfy(it -> assertThat(new String(it.value(), StandardCharsets.UTF_8)).contains("NBD")));
		assertThat(state(clientOrderId(stranger))).isEqualTo("none");
	}

	@Test
	void putsUnprotectedEntryAside() {
		var approved = (ProposalApproved) entry("trend", "UNP", "1", "10").data();
		Message<VerdictMessage> bare = io.vigie.executor.testing.VerdictFixtures.verdict(new ProposalApproved(approved.proposalId(), approved.proposal(),
				approved.quantity(), null, null, BigDecimal.ONE, List.of(), approved.decidedAt()));
		say(bare);

		await(() -> assertThat(wire.records(Topics.deadLetters(Topics.VERDICTS)))
			.anySatisfy(it -> assertThat(new String(it.value(), StandardCharsets.UTF_8)).contains("UNP")));
		assertThat(VENUE.exchange.byClientId(clientOrderId(bare))).isEmpty();
	}

	@Test
	void survivesUnreadableMessages() {
		byte[] garbage = "{not json".getBytes(StandardCharsets.UTF_8);
		wire.sendRaw(Topics.VERDICTS, "trend", garbage);
		wire.sendRaw(Topics.ACCOUNT_EVENTS, "paper", garbage);

		wire.awaitDeadLetter(Topics.VERDICTS, garbage);
		wire.awaitDeadLetter(Topics.ACCOUNT_EVENTS, garbage);
	}

	@Test
	void keepsTrueBooksUnderManyOrdersOfAllBots() {
		List<Message<VerdictMessage>> verdicts = new ArrayList<>();
		for (int i = 0; i < 90; i++) {
			verdicts.add(entry(List.of("trend", "reversion", "breakout").get(i % 3), "M" + i, "2", "10"));
		}
		long begin = System.nanoTime();
		verdicts.forEach(this::say);
		verdicts.forEach(it -> awaitState(clientOrderId(it), "ACCEPTED"));
		for (Message<VerdictMessage> it : verdicts) {
			FakeOrder order = VENUE.exchange.byClientId(clientOrderId(it)).getFirst();
			tell(VENUE.exchange.fill(order, "1", "10"));
			tell(VENUE.exchange.fill(order, "1", "10.5"));
			tell(VENUE.exchange.fee(order, "0.01"));
		}
		verdicts.forEach(it -> awaitState(clientOrderId(it), "FILLED"));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
	}

	@Test
	void leavesNoEntryAtALimitBehind() {
		say(entry("trend", "LIM", "1", "10"));
		FakeOrder order = awaitOrder("LIM");
		awaitState(order.clientOrderId, "ACCEPTED");
		say(entry("trend", "MKT", "1", "10"));
		FakeOrder market = awaitOrder("MKT");
		awaitState(market.clientOrderId, "ACCEPTED");
		jdbc.sql("update orders set type = 'LIMIT', limit_price = 10 where symbol = 'LIM' and role = 'ENTRY'").update();

		farewell.stop();
		farewell.start();

		assertThat(order.isOpen()).isFalse();
		assertThat(market.isOpen()).isTrue();
		assertThat(state(order.clientOrderId)).isEqualTo("CANCELED");
	}

	@Test
	void givesUpAnEntryWhosePriceIsTooOld() {
		VENUE.down = true;
		var verdict = entry("trend", "OLDP", "1", "10");
		say(verdict);
		awaitState(clientOrderId(verdict), "UNKNOWN");
		jdbc.sql("update orders set state = 'INTENDED', changed_at = now() - interval '10 minutes' where symbol = 'OLDP'").update();
		VENUE.down = false;

		awaitState(clientOrderId(verdict), "CANCELED");
		assertThat(VENUE.exchange.byClientId(clientOrderId(verdict))).isEmpty();
	}
}
