/** What the agents do, in plain words. */
@NullMarked
package io.vigie.local.feed;

import org.jspecify.annotations.NullMarked;
