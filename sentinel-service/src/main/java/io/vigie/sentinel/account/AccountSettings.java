package io.vigie.sentinel.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The broker account that is listened to.
 *
 * @param name as it is told to the others
 * @param pullEvery wall time after which the account's history is looked at even though nothing was heard
 */
@ConfigurationProperties("vigie.sentinel.account")
@Validated
record AccountSettings(@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,30}",
		message = "must be a short name in lower case") String name,
		@NotNull @DurationMin(millis = 100) Duration pullEvery) {
}
