package io.vigie.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The simulated venue as a process of its own. */
@SpringBootApplication
public class Simulator {

	public static void main(String[] args) {
		SpringApplication.run(Simulator.class, args);
	}
}
