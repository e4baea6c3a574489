/** Keeps a WebSocket alive: back-off, heartbeat, silence, and what the others are told about it. */
@NullMarked
package io.vigie.sentinel.connection;

import org.jspecify.annotations.NullMarked;
