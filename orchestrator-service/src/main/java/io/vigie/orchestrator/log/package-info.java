/** The diaries of all agents, kept for as long as the settings say. */
@NullMarked
package io.vigie.orchestrator.log;

import org.jspecify.annotations.NullMarked;
