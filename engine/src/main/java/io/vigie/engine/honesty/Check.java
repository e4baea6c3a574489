package io.vigie.engine.honesty;

/**
 * Something that must hold of a strategy before its figures mean anything.
 *
 * @param words one sentence: what was tried, or where it failed
 */
public record Check(String name, boolean passed, String words) {
}
