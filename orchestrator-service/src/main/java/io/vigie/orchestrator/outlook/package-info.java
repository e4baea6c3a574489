/** What is known of the market, the links and the health of the others; survives restarts. */
@NullMarked
package io.vigie.orchestrator.outlook;

import org.jspecify.annotations.NullMarked;
