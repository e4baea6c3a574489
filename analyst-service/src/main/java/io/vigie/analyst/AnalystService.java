package io.vigie.analyst;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Turns bars into signals and proposals. */
@SpringBootApplication
public class AnalystService {

	public static void main(String[] args) {
		SpringApplication.run(AnalystService.class, args);
	}
}
