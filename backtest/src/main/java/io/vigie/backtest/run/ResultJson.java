package io.vigie.backtest.run;

import io.vigie.backtest.report.Table;
import io.vigie.backtest.sweep.Inquiry;
import io.vigie.engine.backtest.Assumptions;
import io.vigie.engine.backtest.BacktestResult;
import io.vigie.engine.backtest.EquityPoint;
import io.vigie.engine.backtest.Figures;
import io.vigie.engine.backtest.PositionSize;
import io.vigie.engine.backtest.Refusal;
import io.vigie.engine.backtest.Stops;
import io.vigie.engine.backtest.Trade;
import io.vigie.engine.venue.FeeModel;
import io.vigie.engine.venue.Slippage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A run as JSON: names in snake_case, numbers that must stay exact as strings, times as ISO instants in UTC. */
final class ResultJson {

	private final JsonGenerator json;

	ResultJson(JsonGenerator json) {
		this.json = json;
	}

	void write(CompletedRun run, Inquiry inquiry) {
		BacktestResult result = run.result();
		json.writeStartObject();
		json.writeStringProperty("strategy", run.plan().strategy().name());
		json.writeObjectPropertyStart("parameters");
		run.parameters().forEach(this::decimal);
		json.writeEndObject();
		data(run);
		assumptions(run.plan(), result.assumptions());
		figures(result.figures());
		verdict(inquiry);
		json.writeArrayPropertyStart("trades");
		result.trades().forEach(this::trade);
		json.writeEndArray();
		json.writeArrayPropertyStart("refusals");
		result.refusals().forEach(this::refusal);
		json.writeEndArray();
		json.writeArrayPropertyStart("equity");
		result.equity().forEach(this::point);
		json.writeEndArray();
		json.writeEndObject();
	}

	private void data(CompletedRun run) {
		json.writeObjectPropertyStart("data");
		json.writeStringProperty("symbol", run.plan().data().symbol());
		json.writeStringProperty("source", run.plan().data().source());
		json.writeStringProperty("timeframe", run.plan().timeframe().code());
		json.writeNumberProperty("bars", run.bars().size());
		instant("from", run.bars().getFirst().openAt());
		instant("to", run.bars().getLast().closeAt());
		json.writeNumberProperty("rows_left_out", run.plan().data().leftOut().size());
		json.writeEndObject();
	}

	private void assumptions(Plan plan, Assumptions it) {
		json.writeObjectPropertyStart("assumptions");
		decimal("capital", it.capital());
		json.writeStringProperty("fills", plan.fills().name().toLowerCase(Locale.ROOT));
		size(it.size());
		switch (it.fees()) {
			case FeeModel.Flat(BigDecimal amount) -> decimal("fee_per_fill", amount);
			case FeeModel.MakerTaker(BigDecimal maker, BigDecimal taker) -> {
				decimal("maker_fee", maker);
				decimal("taker_fee", taker);
			}
		}
		switch (it.slippage()) {
			case Slippage.BasisPoints(BigDecimal points) -> decimal("slippage_bp", points);
			case Slippage.VolumeImpact(BigDecimal impact) -> decimal("slippage_impact", impact);
		}
		json.writeNumberProperty("latency_ms", it.latency().toMillis());
		Stops stops = it.stops();
		decimal("stop", stops.loss());
		decimal("target", stops.profit());
		json.writeStringProperty("stops", stops.isNone() ? "none" : stops.kind().name().toLowerCase(Locale.ROOT));
		decimal("tick_size", it.instrument().tickSize());
		decimal("lot_size", it.instrument().lotSize());
		json.writeEndObject();
	}

	private void size(PositionSize size) {
		switch (size) {
			case PositionSize.Fixed(BigDecimal quantity) -> decimal("quantity", quantity);
			case PositionSize.OfEquity(BigDecimal fraction) -> decimal("of_equity", fraction);
			case PositionSize.ByGate gate -> json.writeStringProperty("sized_by", "risk gate");
		}
	}

	private void figures(Figures it) {
		json.writeObjectPropertyStart("figures");
		json.writeNumberProperty("bars", it.bars());
		decimal("final_equity", it.finalEquity());
		decimal("profit", it.profit());
		decimal("total_return", it.totalReturn());
		decimal("cagr", it.cagr());
		decimal("max_drawdown", it.maxDrawdown());
		decimal("sharpe", it.sharpe());
		decimal("sharpe_error", it.sharpeError());
		decimal("sortino", it.sortino());
		decimal("calmar", it.calmar());
		json.writeNumberProperty("trades", it.trades());
		decimal("win_rate", it.winRate());
		decimal("profit_factor", it.profitFactor());
		decimal("average_trade", it.averageTrade());
		decimal("exposure", it.exposure());
		decimal("turnover", it.turnover());
		decimal("fees", it.fees());
		decimal("buy_and_hold", it.buyAndHold());
		json.writeBooleanProperty("too_short_for_a_year", it.tooShortForAYear());
		json.writeEndObject();
	}

	private void verdict(Inquiry it) {
		json.writeStringProperty("verdict", it.promotion().words());
		json.writeArrayPropertyStart("findings");
		table(it.verdict());
		it.findings().forEach(this::table);
		json.writeEndArray();
	}

	/** As it is printed: what is found out is for people to weigh. */
	private void table(Table it) {
		json.writeStartObject();
		json.writeStringProperty("title", it.title());
		json.writeStringProperty("note", it.note());
		json.writeArrayPropertyStart("rows");
		for (List<String> row : it.rows()) {
			json.writeStartObject();
			for (int i = 0; i < row.size(); i++) {
				json.writeStringProperty(it.columns().get(i).toLowerCase(Locale.ROOT).replace(' ', '_'), row.get(i));
			}
			json.writeEndObject();
		}
		json.writeEndArray();
		json.writeEndObject();
	}

	private void trade(Trade it) {
		Trade.Exit exit = it.exit();
		json.writeStartObject();
		json.writeNumberProperty("entry_bar", it.entryBar());
		instant("entry_at", it.entryAt());
		decimal("entry_price", it.entryPrice());
		decimal("quantity", it.quantity());
		decimal("entry_fee", it.entryFee());
		if (exit != null) {
			json.writeNumberProperty("exit_bar", exit.bar());
			instant("exit_at", exit.at());
			decimal("exit_price", exit.price());
			decimal("exit_fee", exit.fee());
			json.writeStringProperty("cause", exit.cause().name().toLowerCase(Locale.ROOT));
			decimal("profit", it.profit());
		}
		json.writeEndObject();
	}

	private void refusal(Refusal it) {
		json.writeStartObject();
		json.writeNumberProperty("bar", it.bar());
		instant("at", it.at());
		json.writeStringProperty("reason", it.reason());
		json.writeEndObject();
	}

	private void point(EquityPoint it) {
		json.writeStartObject();
		instant("at", it.at());
		decimal("equity", it.equity());
		json.writeEndObject();
	}

	private void instant(String name, Instant at) {
		json.writeStringProperty(name, at.toString());
	}

	private void decimal(String name, @Nullable BigDecimal value) {
		if (value == null) {
			json.writeNullProperty(name);
		}
		else {
			json.writeStringProperty(name, value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
		}
	}
}
