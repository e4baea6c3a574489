package io.vigie.health.deadletter;

import java.util.List;

/**
 * The dead letters of one topic.
 *
 * @param count all that are kept
 * @param last the latest of them, latest first
 */
record TopicLetters(String topic, long count, List<DeadLetter> last) {
}
