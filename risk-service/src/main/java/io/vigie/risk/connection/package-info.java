/** The links to the venue, as the sentinel sees them. */
@NullMarked
package io.vigie.risk.connection;

import org.jspecify.annotations.NullMarked;
