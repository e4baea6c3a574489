/** Cold boot: nothing new is taken on before everything open is settled with the venue. */
@NullMarked
package io.vigie.executor.start;

import org.jspecify.annotations.NullMarked;
