package io.vigie.simulator.journal;

import java.time.Instant;
import java.util.Map;

/**
 * What a market was founded on. Playing a journal again gives the same market only over the same recordings and rules.
 *
 * @param seed of all ids
 * @param recordings prints per symbol, to notice other recordings
 * @param rules a printable form of fees, slippage, cash, to notice other rules
 */
public record Founding(String seed, Instant start, Map<String, String> recordings, String rules) {
}
