/** How the venue lets things be traded, as it said last. */
@NullMarked
package io.vigie.risk.listing;

import org.jspecify.annotations.NullMarked;
