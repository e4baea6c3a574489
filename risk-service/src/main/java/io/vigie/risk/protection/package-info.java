/** Protections: what a bot has been through, and the locks that follow from it. */
@NullMarked
package io.vigie.risk.protection;

import org.jspecify.annotations.NullMarked;
