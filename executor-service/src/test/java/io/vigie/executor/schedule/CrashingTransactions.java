package io.vigie.executor.schedule;

import javax.sql.DataSource;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A process may die right before and right after a commit, and may not learn that it was done. */
final class CrashingTransactions extends JdbcTransactionManager {

	private static final long serialVersionUID = 1L;

	private final transient World world;

	CrashingTransactions(DataSource source, World world) {
		super(source);
		this.world = world;
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
		world.crash.pass("before commit of " + world.doing);
		super.doCommit(status);
		if (!world.doing.equals("publishing")) {
			world.committed();
		}
		world.crash.pass("after commit of " + world.doing);
		if (world.suffers(Fault.COMMIT_UNANSWERED, 3)) {
			throw new RecoverableDataAccessException("The connection broke while the commit was answered");
		}
	}
}
