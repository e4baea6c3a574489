/** What people want bought or sold: it takes the way of every idea, through the risk gate. */
@NullMarked
package io.vigie.executor.wish;

import org.jspecify.annotations.NullMarked;
