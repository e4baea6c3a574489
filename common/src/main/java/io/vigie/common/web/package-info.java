/** What all REST faces share: problem details and the guard against other sites' pages. */
@NullMarked
package io.vigie.common.web;

import org.jspecify.annotations.NullMarked;
