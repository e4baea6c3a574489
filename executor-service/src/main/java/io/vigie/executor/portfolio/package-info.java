/** What each bot has: told to everyone after every change, shown on request. */
@NullMarked
package io.vigie.executor.portfolio;

import org.jspecify.annotations.NullMarked;
