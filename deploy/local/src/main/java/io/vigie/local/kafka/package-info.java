/** A real Kafka, one KRaft node, in a JVM of its own. */
@NullMarked
package io.vigie.local.kafka;

import org.jspecify.annotations.NullMarked;
