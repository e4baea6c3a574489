package io.vigie.sentinel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class SentinelService {

	public static void main(String[] args) {
		SpringApplication.run(SentinelService.class, args);
	}
}
