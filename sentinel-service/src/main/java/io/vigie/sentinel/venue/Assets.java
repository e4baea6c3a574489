package io.vigie.sentinel.venue;

import io.vigie.common.venue.MissingField;
import io.vigie.common.venue.VenueAssetFields;
import io.vigie.common.venue.VenueDrift;
import io.vigie.engine.market.Listing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How the broker lets things be traded. What it does not list at all is not traded there. */
@Component
public final class Assets {

	private static final int NOT_FOUND = 404;

	private final Rest rest;
	private final VenueSettings settings;
	private final VenueDrift drift;

	Assets(Rest rest, VenueSettings settings, VenueDrift drift) {
		this.rest = rest;
		this.settings = settings;
		this.drift = drift;
	}

	public Listing stock(String symbol) {
		try {
			return new VenueAssetFields(get("/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8)), drift).listing(symbol);
		}
		catch (VenueRejected e) {
			if (e.status() == NOT_FOUND) {
				return unlisted(symbol);
			}
			throw e;
		}
	}

	/** Asked for all at once: brokers differ in how the slash of a pair is written in an address. */
	public List<Listing> pairs(Collection<String> symbols) {
		JsonNode all = get("?asset_class=crypto");
		if (!all.isArray()) {
			throw new VenueUnavailable("/v2/assets answers no list", null);
		}
		List<Listing> listings = new ArrayList<>();
		Set<String> missing = new HashSet<>(symbols);
		boolean isWhole = true;
		for (JsonNode json : all) {
			var asset = new VenueAssetFields(json, drift);
			try {
				String told = asset.symbol();
				symbols.stream().filter(it -> it.replace("/", "").equals(told.replace("/", "")) && missing.remove(it)).map(asset::listing).forEach(listings::add);
			}
			catch (MissingField _) {
				isWhole = false;
			}
		}
		if (isWhole) {
			missing.stream().map(Assets::unlisted).forEach(listings::add);
		}
		return listings;
	}

	private JsonNode get(String what) {
		return rest.get(settings.brokerUrl(), "/v2/assets" + what);
	}

	private static Listing unlisted(String symbol) {
		return new Listing(symbol, false, null, null, null, null, null);
	}
}
