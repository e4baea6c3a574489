/** What happens at the broker account: order events from the stream, fills and cash from the history. */
@NullMarked
package io.vigie.sentinel.account;

import org.jspecify.annotations.NullMarked;
