package io.vigie.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingSumTests {

	@Test
	void holdsTheLastValuesExactlyHoweverLongItRolls() {
		Random random = new Random(4);
		RollingSum sum = new RollingSum(7);
		List<BigDecimal> all = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			all.add(BigDecimal.valueOf(random.nextInt(), random.nextInt(9)));
			sum.add(all.getLast());
		}
		BigDecimal expected = all.subList(all.size() - 7, all.size()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		assertThat(sum.sum()).isEqualByComparingTo(expected);
	}

	@Test
	void sumsWhatItHasBeforeItIsFull() {
		RollingSum sum = new RollingSum(3);
		sum.add(new BigDecimal("0.1"));
		sum.add(new BigDecimal("0.2"));
		assertThat(sum.sum()).isEqualByComparingTo("0.3");
		assertThat(sum.length()).isEqualByComparingTo("3");
	}
}
