package io.vigie.simulator.journal;

import io.vigie.simulator.exchange.Command;
import io.vigie.simulator.exchange.ExchangeState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of commands over a ground. A command is with the operating system before {@link #append} returns,
 * so it survives the end of the process; not flushed to the disk, so a power cut may lose the last moments.
 */
public final class Journal implements AutoCloseable {

	private static final String GROUND = "market.json";

	private final Path folder;
	private final JsonMapper mapper = JsonMapper.builder().build();
	private final FileChannel lock;
	private Ground ground;
	private FileChannel file;

	private Journal(Path folder, FileChannel lock, Supplier<Founding> founding) throws IOException {
		this.folder = folder;
		this.lock = lock;
		Optional<Ground> found = read();
		ground = found.orElseGet(() -> new Ground(Ground.FORMAT, founding.get(), 0, null));
		if (found.isEmpty()) {
			write(ground);
		}
		file = open(ground.generation());
	}

	/**
	 * @param founding asked for only where the folder holds no market yet
	 * @throws JournalUnusable where the folder can't be written, belongs to a running process or is damaged
	 */
	public static Journal open(Path folder, Supplier<Founding> founding) {
		try {
			Files.createDirectories(folder);
			FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (!isTaken(lock)) {
				lock.close();
				throw new JournalUnusable(folder + " is in use by another simulator.");
			}
			return new Journal(folder, lock, founding);
		}
		catch (IOException e) {
			throw new JournalUnusable(folder + " can't be used: " + e.getMessage() + ".", e);
		}
	}

	public Founding founding() {
		return ground.founding();
	}

	/** The market that the commands are to be played on, absent for a new one. */
	public @Nullable ExchangeState state() {
		return ground.state();
	}

	/** Hands over every command, oldest first; cuts off a last one that was not written whole. */
	public void replay(Consumer<Command> consumer) {
		Path path = path(ground.generation());
		long whole = 0;
		int number = 0;
		try (BufferedReader reader = Files.newBufferedReader(path)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				number++;
				long end = whole + line.getBytes(StandardCharsets.UTF_8).length + 1;
				if (end > file.size()) {
					break;
				}
				consumer.accept(mapper.readValue(line, Command.class));
				whole = end;
			}
			file.truncate(whole);
			file.position(whole);
		}
		catch (JacksonException e) {
			throw new JournalUnusable(path + ", line " + number + " is damaged.", e);
		}
		catch (IOException e) {
			throw new JournalUnusable(path + " can't be read: " + e.getMessage() + ".", e);
		}
	}

	/** Durable against the end of the process once it returns; on failure nothing was appended. */
	public void append(Command command) {
		byte[] line = mapper.writeValueAsBytes(command);
		ByteBuffer buffer = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
		long before = -1;
		try {
			before = file.position();
			while (buffer.hasRemaining()) {
				file.write(buffer);
			}
		}
		catch (IOException e) {
			rollback(before);
			throw new JournalUnusable("The journal in " + folder + " can't be written: " + e.getMessage() + ".", e);
		}
	}

	public long size() {
		try {
			return file.size();
		}
		catch (IOException e) {
			throw new JournalUnusable("The journal in " + folder + " can't be read: " + e.getMessage() + ".", e);
		}
	}

	/** Replaces everything so far by its result. */
	public void compact(ExchangeState state) {
		try {
			Ground next = new Ground(Ground.FORMAT, ground.founding(), ground.generation() + 1, state);
			FileChannel opened = open(next.generation());
			write(next);
			file.close();
			Files.deleteIfExists(path(ground.generation()));
			file = opened;
			ground = next;
		}
		catch (IOException e) {
			throw new JournalUnusable("The journal in " + folder + " can't be compacted: " + e.getMessage() + ".", e);
		}
	}

	@Override
	public void close() {
		try {
			file.force(true);
			file.close();
			lock.close();
		}
		catch (IOException e) {
			throw new JournalUnusable("The journal in " + folder + " can't be closed: " + e.getMessage() + ".", e);
		}
	}

	private static boolean isTaken(FileChannel lock) throws IOException {
		try {
			return lock.tryLock() != null;
		}
		catch (OverlappingFileLockException _) {
			return false;
		}
	}

	private Optional<Ground> read() throws IOException {
		Path path = folder.resolve(GROUND);
		if (Files.notExists(path)) {
			return Optional.empty();
		}
		try {
			Ground found = mapper.readValue(Files.readAllBytes(path), Ground.class);
			if (found.format() != Ground.FORMAT) {
				throw new JournalUnusable(path + " was written by another version.");
			}
			return Optional.of(found);
		}
		catch (JacksonException e) {
			throw new JournalUnusable(path + " is damaged.", e);
		}
	}

	private void write(Ground value) throws IOException {
		Path fresh = folder.resolve(GROUND + ".new");
		try (RandomAccessFile output = new RandomAccessFile(fresh.toFile(), "rw")) {
			output.setLength(0);
			output.write(mapper.writeValueAsBytes(value));
			output.getFD().sync();
		}
		Files.move(fresh, folder.resolve(GROUND), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private FileChannel open(long generation) throws IOException {
		return FileChannel.open(path(generation), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	private Path path(long generation) {
		return folder.resolve("journal-" + generation + ".jsonl");
	}

	private void rollback(long before) {
		try {
			if (before >= 0) {
				file.truncate(before);
				file.position(before);
			}
		}
		catch (IOException e) {
			throw new JournalUnusable("The journal in " + folder + " is cut off in a command.", e);
		}
	}
}
