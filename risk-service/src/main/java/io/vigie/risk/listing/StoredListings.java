package io.vigie.risk.listing;

import io.vigie.common.message.ListingRead;
import io.vigie.common.sql.Plain;
import io.vigie.engine.market.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of listings. */
@Repository
class StoredListings {

	private final JdbcClient jdbc;

	StoredListings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A reading from before what is stored says nothing new; what a reading does not speak of stays. */
	void keep(ListingRead read) {
		Listing it = read.listing();
		jdbc.sql("""
				insert into listings as l (symbol, tradable, fractionable, shortable, least_quantity, quantity_step, price_step, read_at)
				values (:symbol, :tradable, :fractionable, :shortable, :leastQuantity, :quantityStep, :priceStep, :readAt)
				on conflict (symbol) do update set tradable = coalesce(excluded.tradable, l.tradable),
					fractionable = coalesce(excluded.fractionable, l.fractionable), shortable = coalesce(excluded.shortable, l.shortable),
					least_quantity = coalesce(excluded.least_quantity, l.least_quantity),
					quantity_step = coalesce(excluded.quantity_step, l.quantity_step),
					price_step = coalesce(excluded.price_step, l.price_step), read_at = excluded.read_at
				where l.read_at <= excluded.read_at""")
			.param("symbol", it.symbol())
			.param("tradable", it.tradable(), Types.BOOLEAN)
			.param("fractionable", it.fractionable(), Types.BOOLEAN)
			.param("shortable", it.shortable(), Types.BOOLEAN)
			.param("leastQuantity", it.leastQuantity(), Types.NUMERIC)
			.param("quantityStep", it.quantityStep(), Types.NUMERIC)
			.param("priceStep", it.priceStep(), Types.NUMERIC)
			.param("readAt", Timestamp.from(read.readAt()))
			.update();
	}

	List<ListingRead> all() {
		return jdbc.sql("select * from listings").query((row, _) -> read(row)).list();
	}

	private static ListingRead read(ResultSet row) throws SQLException {
		return new ListingRead(new Listing(row.getString("symbol"), flag(row, "tradable"), flag(row, "fractionable"), flag(row, "shortable"),
				Plain.decimalOrNull(row, "least_quantity"), Plain.decimalOrNull(row, "quantity_step"), Plain.decimalOrNull(row, "price_step")), row.getTimestamp("read_at").toInstant());
	}

	private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
		boolean value = row.getBoolean(column);
		return row.wasNull() ? null : value;
	}
}
