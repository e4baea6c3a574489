/** What the executor says: each message goes to all who learn from it. */
@NullMarked
package io.vigie.risk.intake;

import org.jspecify.annotations.NullMarked;
