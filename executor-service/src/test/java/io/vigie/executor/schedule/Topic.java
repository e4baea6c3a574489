package io.vigie.executor.schedule;

import io.vigie.common.message.Body;
import io.vigie.common.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Messages to the process, with how far it has said that it handled them. What it did not say comes again. */
public final class Topic<T extends Body> {

	private final List<Message<T>> messages = new ArrayList<>();
	private int offset;

	public void add(Message<T> message) {
		messages.add(message);
	}

	public boolean hasNews() {
		return offset < messages.size();
	}

	/** A batch of at most so many. */
	public void deliver(World world, int atMost, Consumer<List<Message<T>>> listener) {
		int from = offset > 0 && world.suffers(Fault.DELIVERED_AGAIN, 10) ? world.luck.between(0, offset - 1) : offset;
		int to = Math.min(messages.size(), from + atMost);
		if (from < to) {
			listener.accept(List.copyOf(messages.subList(from, to)));
			world.crash.pass("handled, not said so: " + world.doing);
			offset = Math.max(offset, to);
		}
	}
}
