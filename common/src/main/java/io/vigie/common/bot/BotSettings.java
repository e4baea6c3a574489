package io.vigie.common.bot;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

@Validated
@ConfigurationProperties("vigie")
record BotSettings(@DefaultValue @NotEmpty(message = "needs at least one bot") @Size(max = 200) List<@Valid Bot> bots) {
}
