/** What must have been said and shown before an order may cost real money. */
@NullMarked
package io.vigie.executor.live;

import org.jspecify.annotations.NullMarked;
