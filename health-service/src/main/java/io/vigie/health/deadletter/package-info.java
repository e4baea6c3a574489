/** Messages nobody could handle: listed, and put back on request. */
@NullMarked
package io.vigie.health.deadletter;

import org.jspecify.annotations.NullMarked;
