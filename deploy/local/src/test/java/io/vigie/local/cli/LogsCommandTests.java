package io.vigie.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigie.local.setting.Layout;
import io.vigie.local.setting.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTests {

	private final Captured captured = new Captured();

	@TempDir
	private Path folder;

	private Layout layout;

	@BeforeEach
	void layOut() {
		layout = new Layout(folder, folder.resolve("data"));
		layout.create();
	}

	@Test
	void showsTheEndOfALog() throws Exception {
		Files.writeString(layout.log("risk"), "one\ntwo\nthree\n");
		logs("risk-service", false, 2);
		assertThat(captured.text()).isEqualTo("two\nthree\n");
	}

	@Test
	void showsTheSupervisorsLogToo() throws Exception {
		Files.writeString(layout.log("supervisor"), "one\n");
		logs("supervisor", false, 2);
		assertThat(captured.text()).isEqualTo("one\n");
	}

	@Test
	void saysWhatIsMissing() {
		assertThatThrownBy(() -> logs("risk", false, 2)).isInstanceOf(Refusal.class)
			.hasMessage("There is no log of risk yet: it has not been started.");
		assertThatThrownBy(() -> logs("", false, 2)).isInstanceOf(Refusal.class).hasMessageStartingWith("Whose log? Choose one of postgres,");
	}

	@Test
	void goesOnWithWholeLinesAlsoWhenTheLogBeginsAnew() throws Exception {
		Path file = Files.writeString(layout.log("risk"), "before\n");
		Thread following = Thread.ofVirtual().start(() -> {
			try {
				logs("risk", true, 5);
			}
			catch (IOException | InterruptedException e) {
				// the end of the test
			}
		});
		try {
			await().until(() -> captured.text().equals("before\n"));
			append(file, "half");
			append(file, " a line\nnext\n");
			await().until(() -> captured.text().equals("before\nhalf a line\nnext\n"));
			Files.writeString(file, "anew\n");
			await().until(() -> captured.text().endsWith("next\nanew\n"));
		}
		finally {
			following.interrupt();
		}
	}

	private void logs(String service, boolean follow, int lines) throws IOException, InterruptedException {
		new LogsCommand(layout, captured.screen()).run(new Command.Logs(service, follow, lines));
	}

	private static void append(Path file, String text) throws IOException {
		Files.writeString(file, text, StandardOpenOption.APPEND);
	}
}
