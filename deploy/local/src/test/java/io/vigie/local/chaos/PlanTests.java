package io.vigie.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.setting.Component;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanTests {

	@Test
	void isTheSameForTheSameSeedAndAnotherForAnother() {
		assertThat(Plan.of(7, 10).lines()).isEqualTo(Plan.of(7, 10).lines());
		assertThat(Plan.of(7, 10).steps()).isNotEqualTo(Plan.of(8, 10).steps());
	}

	@ParameterizedTest
	@ValueSource(ints = {8, 10, 30})
	void killsEveryServiceThreeTimesAndWhatItStandsOnToo(int minutes) {
		Plan plan = Plan.of(1, minutes);
		for (Component part : Component.values()) {
			assertThat(plan.kills(part)).as(part.label()).isGreaterThanOrEqualTo(part.isService() ? 3 : 1);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5})
	void showsEveryTroubleInTenMinutesWhateverTheSeed(long seed) {
		assertThat(troubles(Plan.of(seed, 10)).collect(Collectors.toSet()))
			.isEqualTo(Troubles.all().stream().map(Blow.Trouble::name).collect(Collectors.toSet()));
	}

	@Test
	void killsEverythingOnceHoweverShort() {
		assertThat(Component.values()).allMatch(part -> Plan.of(1, 1).kills(part) == 1);
	}

	@Test
	void letsSomeProcessesDieWhileTheVenueMisbehaves() {
		assertThat(Plan.of(1, 10).steps()).anyMatch(step -> step.blows().size() == 2).anyMatch(step -> step.blows().size() == 1)
			.allMatch(step -> step.blows().stream().filter(Blow.Kill.class::isInstance).count() <= 1);
	}

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5})
	void doesNotKillTheVenueWhileItIsToMisbehave(long seed) {
		assertThat(Plan.of(seed, 10).steps()).filteredOn(step -> step.blows().contains(new Blow.Kill(Component.SIMULATOR)))
			.isNotEmpty().allMatch(step -> step.blows().size() == 1);
	}

	@Test
	void isToldBeforeItHappens() {
		Plan plan = Plan.of(1, 10);
		assertThat(plan.lines()).hasSize(plan.steps().size() + 1);
		assertThat(plan.lines().getFirst()).isEqualTo("The plan of seed 1: 30 kills, 21 troubles of the venue, in %d steps.".formatted(plan.steps().size()));
		assertThat(plan.killsInWords()).isEqualTo("postgres 2, kafka 2, simulator 2, sentinel 4, analyst 4, risk 4, executor 4, orchestrator 4, health 4");
	}

	@Test
	void describesTroublesTheWayTheSimulatorReadsThem() {
		JsonMapper json = JsonMapper.builder().build();
		assertThat(Troubles.all()).extracting(Blow.Trouble::name).doesNotHaveDuplicates();
		for (Blow.Trouble trouble : Troubles.all()) {
			JsonNode fault = json.readTree(trouble.fault());
			assertThat(fault.path("do").path("kind").asString("")).as(trouble.name()).matches("[a-z_]+");
			assertThat(fault.propertyNames()).as(trouble.name()).isSubsetOf(Set.of("do", "on", "when"));
			assertThat(trouble.lasts()).isPositive();
		}
	}

	private static Stream<String> troubles(Plan plan) {
		return plan.steps().stream().flatMap(step -> step.blows().stream()).filter(Blow.Trouble.class::isInstance).map(Blow::name);
	}
}
