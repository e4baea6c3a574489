package io.vigie.local.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTests {

	@TempDir
	private Path folder;

	@Test
	void keepsStateInTheCheckoutUnlessTold() {
		assertThat(Layout.of(folder, new Settings(Map.of())).data()).isEqualTo(folder.resolve(".vigie"));
		assertThat(Layout.of(folder, new Settings(Map.of("VIGIE_DATA_DIR", "state/../other"))).data()).isEqualTo(folder.resolve("other"));
		assertThat(Layout.of(folder, new Settings(Map.of("VIGIE_DATA_DIR", "/var/vigie"))).data()).isEqualTo(Path.of("/var/vigie"));
	}

	@Test
	void sharesWhatCanBeMadeAgain() {
		Layout other = Layout.of(folder, new Settings(Map.of("VIGIE_DATA_DIR", "other")));
		assertThat(other.cache()).isEqualTo(folder.resolve(".vigie/cache"));
	}

	@Test
	void forgetsStateAndNothingElse() throws IOException {
		Layout layout = Layout.of(folder, new Settings(Map.of()));
		layout.create();
		for (Path each : new Path[] {layout.postgres(), layout.kafka(), layout.simulator(), layout.cache()}) {
			Files.createDirectories(each);
			Files.writeString(each.resolve("file"), "");
		}
		Files.writeString(layout.data().resolve("mine"), "");
		layout.wipe();
		assertThat(layout.postgres()).doesNotExist();
		assertThat(layout.kafka()).doesNotExist();
		assertThat(layout.simulator()).doesNotExist();
		assertThat(layout.logs()).doesNotExist();
		assertThat(layout.run()).doesNotExist();
		assertThat(layout.cache().resolve("file")).exists();
		assertThat(layout.data().resolve("mine")).exists();
	}

	/** A link in a data folder leads out of it; what it leads to is not ours. */
	@Test
	void deletesALinkAndNotWhatItLeadsTo() throws IOException {
		Path kept = Files.createDirectories(folder.resolve("kept"));
		Files.writeString(kept.resolve("file"), "");
		Path doomed = Files.createDirectories(folder.resolve("doomed"));
		Files.createSymbolicLink(doomed.resolve("link"), kept);
		Layout.delete(doomed);
		assertThat(doomed).doesNotExist();
		assertThat(kept.resolve("file")).exists();
	}

	@Test
	void deletesNothingWhereNothingIs() {
		Layout.delete(folder.resolve("nothing"));
		assertThat(folder).isEmptyDirectory();
	}

	@Test
	void saysWhenTheFolderCannotBeMade() throws IOException {
		Files.writeString(folder.resolve("file"), "");
		Layout layout = Layout.of(folder, new Settings(Map.of("VIGIE_DATA_DIR", "file")));
		assertThatThrownBy(layout::create).isInstanceOf(Refusal.class).hasMessageStartingWith("Cannot create " + folder.resolve("file"));
	}
}
