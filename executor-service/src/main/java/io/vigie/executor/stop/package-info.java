/** Emergency stop: nothing new, everything cancelled, everything closed; needs the database and the venue, nobody else. */
@NullMarked
package io.vigie.executor.stop;

import org.jspecify.annotations.NullMarked;
