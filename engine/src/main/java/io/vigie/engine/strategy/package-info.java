/** Trading rules over bars. A strategy sees closed bars only, and says in words why it acts. */
@NullMarked
package io.vigie.engine.strategy;

import org.jspecify.annotations.NullMarked;
