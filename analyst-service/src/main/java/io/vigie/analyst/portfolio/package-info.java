/** What every bot holds, as the executor says it. */
@NullMarked
package io.vigie.analyst.portfolio;

import org.jspecify.annotations.NullMarked;
