/** Holds the dashboards to what the platform really stores and measures. */
@NullMarked
package io.vigie.systemtests.grafana;

import org.jspecify.annotations.NullMarked;
