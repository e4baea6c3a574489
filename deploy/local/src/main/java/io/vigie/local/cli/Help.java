package io.vigie.local.cli;

/** What there is to type. */
final class Help {

	static final String TEXT = """
			Vigie: the whole trading platform on this machine, without Docker.

			  ./vigie up [--detach] [--fresh]   build what changed, start everything, show what the agents do; Ctrl+C stops all
			        --detach                    return when everything is up and leave it running
			        --fresh                     forget all data first
			        --only a,b                  start these parts only
			  ./vigie status                    each part: state, process, port, since when, restarts, memory
			  ./vigie watch                     what the agents do, live
			  ./vigie logs PART [-f] [-n N]     the end of a part's log, readable; -f goes on
			  ./vigie down                      stop everything, in order
			  ./vigie doctor                    check what could keep it from starting
			  ./vigie backtest                  trade a strategy over the past (./vigie backtest --help)
			  ./vigie bench                     measure latency and throughput (./vigie bench --help)
			  ./vigie chaos                     break it while it trades, then count the money (./vigie chaos --help)

			Settings are environment variables or lines in .env; .env.example explains each. Data lies in .vigie/.
			""";

	private Help() {
	}
}
