package io.vigie.backtest.rules;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as a tree that still knows its lines. Only the tree is made, no object: nothing in a file can choose a class. */
record Document(String file) {

	Node root(String yaml) {
		try {
			LoaderOptions options = new LoaderOptions();
			options.setAllowDuplicateKeys(false);
			options.setMaxAliasesForCollections(5);
			Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
			if (root == null) {
				throw new RuleFileRefused(file + " is empty");
			}
			return root;
		}
		catch (MarkedYAMLException e) {
			String line = e.getProblemMark() == null ? "" : " line " + (e.getProblemMark().getLine() + 1);
			throw new RuleFileRefused(file + line + ": is not YAML: " + e.getProblem());
		}
		catch (YAMLException e) {
			throw new RuleFileRefused(file + " is not YAML: " + e.getMessage());
		}
	}

	/** @param known the only fields there may be, any where null */
	Map<String, Node> fields(Node node, String field, @Nullable List<String> known) {
		if (!(node instanceof MappingNode mapping)) {
			throw refused(node, field, "must have fields" + (known == null ? "" : " such as " + known));
		}
		Map<String, Node> fields = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			String name = text(tuple.getKeyNode(), field);
			if (known != null && !known.contains(name)) {
				throw refused(tuple.getKeyNode(), field, "has no field '" + name + "', but " + known);
			}
			if (fields.put(name, tuple.getValueNode()) != null) {
				throw refused(tuple.getKeyNode(), field, "has '" + name + "' twice");
			}
		}
		return fields;
	}

	Node required(Node parent, Map<String, Node> fields, String name) {
		Node node = fields.get(name);
		if (node == null) {
			throw refused(parent, "the file", "lacks the field '" + name + "'");
		}
		return node;
	}

	boolean isText(Node node) {
		return node instanceof ScalarNode;
	}

	boolean isList(Node node) {
		return node instanceof SequenceNode;
	}

	String text(Node node, String field) {
		if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
			return scalar.getValue().strip();
		}
		throw refused(node, field, "must be a text");
	}

	List<Node> elements(Node node, String field) {
		if (node instanceof SequenceNode sequence) {
			return sequence.getValue();
		}
		throw refused(node, field, "must be a list of conditions");
	}

	/** What the engine refuses is told with the place that it comes from. */
	<T> T trying(Node node, String field, Supplier<T> action) {
		try {
			return action.get();
		}
		catch (IllegalArgumentException e) {
			throw refused(node, field, String.valueOf(e.getMessage()));
		}
	}

	RuleFileRefused refused(@Nullable Node node, String field, String why) {
		String line = node == null ? "" : " line " + (node.getStartMark().getLine() + 1);
		return new RuleFileRefused(file + line + ", " + field + ": " + why);
	}
}
