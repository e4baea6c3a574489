package io.vigie.executor.order;

import io.vigie.common.kafka.Plumbing;
import io.vigie.engine.order.OrderEvent;
import io.vigie.engine.order.OrderState;
import io.vigie.executor.schedule.Assembly;
import io.vigie.executor.schedule.Ground;
import io.vigie.executor.schedule.Process;
import io.vigie.executor.schedule.World;
import io.vigie.executor.venue.Alpaca;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds a process with one guard taken out. Production knows nothing of this: it is done by standing in for a part. */
final class Defects {

	private Defects() {
	}

	static Process process(World world, Ground ground, Defect defect) {
		JdbcTemplate jdbc = defect == Defect.NO_OUTBOX_ORDER ? new Disordered(ground) : ground.jdbc();
		Process process = new Process(world, ground, jdbc, defect == Defect.NO_INBOX ? it -> Plumbing.withoutMemory(it, world.clock) : null);
		process.parts.put(new StepLanes(world));
		if (defect == Defect.NO_LOOK_UP || defect == Defect.NO_HOLD || defect == Defect.DECLARED_FAILED) {
			process.parts.put(new BadEvidence(process.parts, defect));
		}
		return process;
	}

	/** Reads the outbox as it comes. */
	private static final class Disordered extends JdbcTemplate {

		Disordered(Ground ground) {
			super(ground.jdbc().getDataSource());
		}

		@Override
		public <T> T execute(String sql, PreparedStatementCallback<T> action) {
			return super.execute(sql.replace("order by seq", "order by message_id"), action);
		}
	}

	private static final class BadEvidence extends Evidence {

		private final Defect defect;
		private final Assembly parts;

		BadEvidence(Assembly parts, Defect defect) {
			super(parts.get(TransactionTemplate.class), parts.get(OrderBook.class), parts.get(Orders.class), parts.get(Alpaca.class));
			this.defect = defect;
			this.parts = parts;
		}

		@Override
		boolean lookUp(Order order) {
			return !(defect == Defect.NO_LOOK_UP && order.life().isUnconfirmed()) && super.lookUp(order);
		}

		@Override
		void say(Order order, OrderEvent... events) {
			boolean lost = Arrays.stream(events).anyMatch(OrderEvent.AnswerLost.class::isInstance);
			if (lost && defect == Defect.DECLARED_FAILED) {
				super.say(order, new OrderEvent.Sent(), new OrderEvent.Reported(OrderState.REJECTED, BigDecimal.ZERO, "no answer"));
				return;
			}
			super.say(order, events);
			if (lost && defect == Defect.NO_HOLD) {
				parts.get(TransactionTemplate.class).executeWithoutResult(_ -> release(order));
			}
		}

		private void release(Order order) {
			JdbcTemplate jdbc = parts.get(JdbcTemplate.class);
			jdbc.update("update portfolios set held = held - (select remaining from holds where order_id = ?) where bot = ? and exists (select from holds where order_id = ?)",
					order.id(), order.bot(), order.id());
			jdbc.update("update holds set state = 'VOIDED', remaining = 0 where order_id = ?", order.id());
		}
	}
}
