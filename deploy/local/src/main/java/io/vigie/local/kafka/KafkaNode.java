package io.vigie.local.kafka;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.nio.ByteBuffer;
import java.util.UUID;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The process Kafka runs in: formats its storage the first time, then is Kafka. Takes the path of its settings. */
public final class KafkaNode {

	private KafkaNode() {
	}

	public static void main(String[] args) {
		Path settings = Path.of(args[0]);
		Path storage = Path.of(args[1]);
		PrintStream out = System.out;
		if (!Files.isRegularFile(storage.resolve("meta.properties"))) {
			int code = StorageTool.execute(new String[] {"format", "-t", clusterId(), "-c", settings.toString(),
					"--ignore-formatted"}, out);
			if (code != 0) {
				System.exit(code);
			}
		}
		Kafka.main(new String[] {settings.toString()});
	}

	private static String clusterId() {
		UUID id = UUID.randomUUID();
		ByteBuffer bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
	}
}
