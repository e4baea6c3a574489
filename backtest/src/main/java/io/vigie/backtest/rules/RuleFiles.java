package io.vigie.backtest.rules;

import io.vigie.engine.strategy.Strategies;
import io.vigie.engine.strategy.StrategyType;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a strategy by what a user calls it: a name of {@link Strategies}, or a file of rules. */
public final class RuleFiles {

	private static final String PREFIX = "file:";
	/** Far more than anyone writes by hand. */
	private static final long LARGEST = 100_000;

	private RuleFiles() {
	}

	/**
	 * @param nameOrFile a name, {@code file:PATH}, or a path that ends in .yaml or .yml
	 * @throws RuleFileRefused for a file that is not there or makes no sense
	 * @throws IllegalArgumentException with the known names for a name that is none
	 */
	public static StrategyType strategy(String nameOrFile) {
		return isFile(nameOrFile) ? read(Path.of(nameOrFile.startsWith(PREFIX) ? nameOrFile.substring(PREFIX.length()) : nameOrFile))
				: Strategies.named(nameOrFile);
	}

	public static boolean isFile(String nameOrFile) {
		return nameOrFile.startsWith(PREFIX) || nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
	}

	/** @throws RuleFileRefused see {@link #strategy} */
	public static StrategyType read(Path file) {
		return RuleFileReader.read(file.toString(), text(file));
	}

	private static String text(Path file) {
		try {
			if (Files.size(file) > LARGEST) {
				throw new RuleFileRefused(file + " is larger than " + LARGEST + " bytes");
			}
			return Files.readString(file);
		}
		catch (CharacterCodingException e) {
			throw new RuleFileRefused(file + " is not text in UTF-8");
		}
		catch (IOException e) {
			throw new RuleFileRefused("Rule file " + file + " can't be read; is it there?");
		}
	}
}
