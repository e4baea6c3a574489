package io.vigie.risk.connection;

import io.vigie.common.message.ConnectionChanged.LinkState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Read only: rows are written by {@link Links#hear}. */
@Entity
@Table(name = "links")
class Link {

	@Id
	String link;

	@Column
	@Enumerated(EnumType.STRING)
	LinkState state;

	@Column
	int failures;

	@Column
	String reason;

	@Column
	Instant since;

	@Column
	Instant heardAt;

	protected Link() {
	}
}
