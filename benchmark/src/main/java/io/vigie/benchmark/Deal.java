package io.vigie.benchmark;

/** A trade as both sides can tell it, by bar; minus one where it is still open. */
record Deal(int entryBar, int exitBar) {
}
