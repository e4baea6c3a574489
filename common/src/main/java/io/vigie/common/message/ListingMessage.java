package io.vigie.common.message;

/** On {@code sentinel.listings.v1}, keyed by symbol; the last word on each is kept. */
public sealed interface ListingMessage extends Body permits ListingRead {
}
