package io.vigie.common.message;

/** What happened to an order at the venue. */
public enum VenueEvent {
	PENDING, ACCEPTED, HELD, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED, REJECTED, REPLACED
}
