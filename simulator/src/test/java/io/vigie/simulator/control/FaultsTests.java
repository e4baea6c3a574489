package io.vigie.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.simulator.exchange.Refused;
import org.junit.jupiter.api.Test;

class FaultsTests {

	private final Faults faults = new Faults();

	@Test
	void strikeAsOftenAsToldInTheirOrder() {
		faults.add(new Fault("unavailable", "POST", "/v2/orders", 2, null));
		faults.add(new Fault("delay", null, null, null, 5));
		assertThat(faults.strike("POST", "/v2/orders").orElseThrow().toKind()).isEqualTo(Fault.Kind.UNAVAILABLE);
		assertThat(faults.strike("POST", "/v2/orders").orElseThrow().toKind()).isEqualTo(Fault.Kind.UNAVAILABLE);
		assertThat(faults.strike("POST", "/v2/orders").orElseThrow().toKind()).isEqualTo(Fault.Kind.DELAY);
		assertThat(faults.strike("POST", "/v2/orders")).isEmpty();
	}

	@Test
	void hitOnlyWhatTheyAreMeantFor() {
		faults.add(new Fault("unavailable", "POST", "/v2/orders", 1, null));
		assertThat(faults.strike("GET", "/v2/orders")).isEmpty();
		assertThat(faults.strike("POST", "/v2/account")).isEmpty();
		assertThat(faults.strike("POST", "/v2/orders")).isPresent();
	}

	@Test
	void neverHitTheControls() {
		faults.add(new Fault("unavailable", null, null, 1, null));
		assertThat(faults.strike("GET", "/simulator/status")).isEmpty();
	}

	@Test
	void areRefusedWhereTheyMakeNoSense() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Fault("delay", null, null, 1, 60_001).validated());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Fault("delay", null, null, 0, 1).validated());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Fault(null, null, null, 1, 1).validated());
	}
}
