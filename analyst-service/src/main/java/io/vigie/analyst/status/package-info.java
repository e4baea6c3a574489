/** What this instance watches and thinks, for people. */
@NullMarked
package io.vigie.analyst.status;

import org.jspecify.annotations.NullMarked;
