/** The stored books: written in one transaction with what they tell of, one writer per bot. */
@NullMarked
package io.vigie.executor.ledger;

import org.jspecify.annotations.NullMarked;
