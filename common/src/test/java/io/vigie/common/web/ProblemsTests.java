package io.vigie.common.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTests {

	private final MockMvc http = MockMvcBuilders.standaloneSetup(new Doors())
		.setControllerAdvice(new ProblemAdvice())
		.addFilters(new ForeignOriginFilter())
		.build();

	@Test
	void hidesWhatWentWrongInside() throws Exception {
		http.perform(get("/broken"))
			.andExpect(status().isInternalServerError())
			.andExpect(content().contentType("application/problem+json"))
			.andExpect(content().string(not(containsString("secret"))));
	}

	@Test
	void saysWhichParameterIsWrong() throws Exception {
		http.perform(get("/limited?limit=11"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.detail").value("limit must be less than or equal to 10"));
	}

	@Test
	void namesTheFieldOfABodyAsItIsSent() throws Exception {
		http.perform(post("/priced").contentType("application/json").content("{\"limitPrice\":11}"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.detail").value("limit_price must be less than or equal to 10"));
	}

	@Test
	void answersUnreadableParameterWithProblem() throws Exception {
		http.perform(get("/limited?limit=x")).andExpect(status().isBadRequest()).andExpect(content().contentType("application/problem+json"));
	}

	@Test
	void refusesChangesAskedForByOtherSites() throws Exception {
		http.perform(post("/change").header("Origin", "https://evil.example")).andExpect(status().isForbidden());
		http.perform(post("/change").header("Origin", "null")).andExpect(status().isForbidden());
	}

	@Test
	void letsOwnPagesAndProgramsChange() throws Exception {
		http.perform(post("/change").header("Origin", "http://localhost:8080")).andExpect(status().isOk());
		http.perform(post("/change")).andExpect(status().isOk());
	}

	@RestController
	static class Doors {

		@GetMapping("/broken")
		String broken() {
			throw new IllegalStateException("secret");
		}

		@GetMapping("/limited")
		String limited(@RequestParam @Max(10) int limit) {
			return "" + limit;
		}

		@PostMapping("/priced")
		String priced(@RequestBody @Valid Priced priced) {
			return "" + priced.limitPrice;
		}

		@PostMapping("/change")
		String change() {
			return "changed";
		}
	}

	record Priced(@Max(10) int limitPrice) {
	}
}
