/** The whole platform, started as a user starts it, traded on, broken and healed. */
@NullMarked
package io.vigie.systemtests.platform;

import org.jspecify.annotations.NullMarked;
