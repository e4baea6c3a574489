package io.vigie.analyst.backtest;

import io.vigie.backtest.report.Table;
import io.vigie.engine.backtest.Figures;
import io.vigie.engine.backtest.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What came of a backtest: of its only trial, or of the best.
 *
 * @param verdict {@code promoted}, or {@code refused} and why
 * @param findings the evidence, and what else was asked for
 * @param trades the last thousand
 */
record Judged(Map<String, BigDecimal> parameters, String verdict, Figures figures, List<Table> findings, List<Trade> trades) {
}
