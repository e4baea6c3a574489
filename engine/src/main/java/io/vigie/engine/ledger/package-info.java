/** Double-entry book-keeping: immutable transactions of postings that sum to zero per asset. */
@NullMarked
package io.vigie.engine.ledger;

import org.jspecify.annotations.NullMarked;
