package io.vigie.backtest.rules;

import io.vigie.engine.strategy.Parameter;
import io.vigie.engine.strategy.Rule;
import io.vigie.engine.strategy.RuleBook;
import io.vigie.engine.strategy.StrategyType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** Makes a strategy of one file's YAML, or says which line is why not. */
final class RuleFileReader {

	private static final List<String> FIELDS = List.of("name", "description", "parameters", "entry", "exit");
	/** Bounds how deep rules nest. */
	private static final int DEEPEST = 10;

	private final Document document;
	private List<Parameter> parameters = List.of();

	private RuleFileReader(Document document) {
		this.document = document;
	}

	/** @throws RuleFileRefused with file, line and field */
	static StrategyType read(String file, String yaml) {
		Document document = new Document(file);
		return new RuleFileReader(document).book(document.root(yaml));
	}

	private StrategyType book(Node root) {
		Map<String, Node> fields = document.fields(root, "the file", FIELDS);
		String name = document.text(document.required(root, fields, "name"), "name");
		if (!name.matches("[a-z][a-z0-9-]{1,40}")) {
			throw document.refused(fields.get("name"), "name", "must be 2 to 41 lower-case letters, digits and '-', not '" + name + "'");
		}
		Node description = fields.get("description");
		String meaning = description == null ? "Rules from " + document.file() : document.text(description, "description");
		if (fields.containsKey("parameters")) {
			parameters = parameters(fields.get("parameters"));
		}
		Rule entry = rule(document.required(root, fields, "entry"), "entry", 0);
		Rule exit = rule(document.required(root, fields, "exit"), "exit", 0);
		return document.trying(root, "the file", () -> new RuleBook(name, meaning, parameters, entry, exit).type());
	}

	private List<Parameter> parameters(Node node) {
		List<Parameter> parameters = new ArrayList<>();
		document.fields(node, "parameters", null).forEach((name, value) -> {
			String field = "parameters." + name;
			if (!name.matches("[a-z][a-z0-9_]*")) {
				throw document.refused(value, field, "a parameter is named with lower-case letters, digits and '_'");
			}
			String text = document.text(value, field);
			if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
				throw document.refused(value, field, "must be a number, not '" + text + "'");
			}
			parameters.add(RuleBook.parameter(name, new BigDecimal(text), "of the rules"));
		});
		return parameters;
	}

	/** A condition as text, a list (all must hold), or {@code all}, {@code any}, {@code not}. */
	private Rule rule(Node node, String field, int depth) {
		if (depth > DEEPEST) {
			throw document.refused(node, field, "rules nest too deep");
		}
		if (document.isText(node)) {
			String text = document.text(node, field);
			return document.trying(node, field, () -> checked(Rule.condition(text)));
		}
		if (document.isList(node)) {
			return several(node, field, depth, Rule.All::new);
		}
		Map<String, Node> fields = document.fields(node, field, List.of("all", "any", "not"));
		if (fields.size() != 1) {
			throw document.refused(node, field, "must have one of 'all', 'any' and 'not', put several into a list");
		}
		Map.Entry<String, Node> only = fields.entrySet().iterator().next();
		String inner = field + "." + only.getKey();
		return switch (only.getKey()) {
			case "all" -> several(only.getValue(), inner, depth, Rule.All::new);
			case "any" -> several(only.getValue(), inner, depth, Rule.Any::new);
			default -> new Rule.Not(rule(only.getValue(), inner, depth + 1));
		};
	}

	private Rule checked(Rule condition) {
		condition.check(parameters);
		return condition;
	}

	private Rule several(Node node, String field, int depth, Function<List<Rule>, Rule> combine) {
		List<Rule> rules = new ArrayList<>();
		for (Node element : document.elements(node, field)) {
			rules.add(rule(element, field + "[" + (rules.size() + 1) + "]", depth + 1));
		}
		return document.trying(node, field, () -> combine.apply(rules));
	}
}
