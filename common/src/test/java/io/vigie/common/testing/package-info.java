/** For every service's tests: the real broker and database, a wire to talk over, and the rules of the house. */
@NullMarked
package io.vigie.common.testing;

import org.jspecify.annotations.NullMarked;
