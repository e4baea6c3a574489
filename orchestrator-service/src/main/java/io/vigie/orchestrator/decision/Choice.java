package io.vigie.orchestrator.decision;

/** What was decided: start, change the interval, hold back, take up again, let wait its turn, call expired, repeat, give up. */
public enum Choice {
	RUN, RETIME, HOLD, RESUME, WAIT, EXPIRE, RETRY, GIVE_UP
}
