package io.vigie.health;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Watches everybody else. Without it nothing stops: crashed processes still come back by themselves, hung ones do not. */
@SpringBootApplication
public class HealthService {

	public static void main(String[] args) {
		SpringApplication.run(HealthService.class, args);
	}
}
