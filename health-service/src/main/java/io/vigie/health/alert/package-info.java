/** Tells of state changes, once each, also when the database or the broker is what has failed. */
@NullMarked
package io.vigie.health.alert;

import org.jspecify.annotations.NullMarked;
