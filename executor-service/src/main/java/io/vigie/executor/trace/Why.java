package io.vigie.executor.trace;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why a trade took place.
 *
 * @param bar whose close raised the signal; none where nobody decided, e.g. for a foreign order
 * @param tick the last print known then
 * @param verdict every rule that was asked, with limit, value and headroom
 * @param postings of the fill and of what the venue charged for the order
 */
record Why(Map<String, Object> trade, @Nullable JsonNode bar, @Nullable JsonNode tick, @Nullable JsonNode indicators,
		@Nullable JsonNode proposal, @Nullable JsonNode verdict, Map<String, Object> order, List<Map<String, Object>> history,
		List<Map<String, Object>> postings, UUID correlationId) {
}
