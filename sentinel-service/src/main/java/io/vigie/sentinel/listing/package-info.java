/** How the venue lets what the bots trade be traded, told to whom it concerns. */
@NullMarked
package io.vigie.sentinel.listing;

import org.jspecify.annotations.NullMarked;
