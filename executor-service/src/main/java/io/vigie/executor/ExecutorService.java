package io.vigie.executor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Port 8084: places orders and keeps the books. */
@SpringBootApplication
public class ExecutorService {

	public static void main(String[] args) {
		SpringApplication.run(ExecutorService.class, args);
	}
}
