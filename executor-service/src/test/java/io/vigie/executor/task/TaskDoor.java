package io.vigie.executor.task;

import io.vigie.common.message.Message;
import io.vigie.common.message.TaskMessage;
import io.vigie.executor.schedule.Assembly;
import java.util.List;
import java.util.function.Consumer;

/** Lets tests of other features hand tasks to the desk. */
public final class TaskDoor {

	private TaskDoor() {
	}

	public static Consumer<List<Message<TaskMessage>>> of(Assembly assembly) {
		return assembly.get(TaskDesk.class)::run;
	}
}
