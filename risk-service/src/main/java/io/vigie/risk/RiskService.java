package io.vigie.risk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Stands between every idea and the market: sizes, protects or refuses. While it is down, nothing new is bought. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RiskService {

	public static void main(String[] args) {
		SpringApplication.run(RiskService.class, args);
	}
}
