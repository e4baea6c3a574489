package io.vigie.orchestrator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Replaces cron. Without it protection and exits go on; entries that need a cycle wait, and nothing is scanned or reconciled. */
@SpringBootApplication
public class OrchestratorService {

	public static void main(String[] args) {
		SpringApplication.run(OrchestratorService.class, args);
	}
}
