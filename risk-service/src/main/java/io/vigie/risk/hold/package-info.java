/** Cash set aside for entries in flight, and holdings that are being sold. */
@NullMarked
package io.vigie.risk.hold;

import org.jspecify.annotations.NullMarked;
