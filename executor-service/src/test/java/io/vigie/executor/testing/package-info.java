/** A small broker that does as it is told, and messages to talk to the executor with. */
@NullMarked
package io.vigie.executor.testing;

import org.jspecify.annotations.NullMarked;
