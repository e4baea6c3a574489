/** Topics, publishing, listening, inbox, outbox and dead letters. The only place that touches Kafka's producers. */
@NullMarked
package io.vigie.common.kafka;

import org.jspecify.annotations.NullMarked;
