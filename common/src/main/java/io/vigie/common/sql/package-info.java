/** What Spring's JDBC support does not have. */
@NullMarked
package io.vigie.common.sql;

import org.jspecify.annotations.NullMarked;
