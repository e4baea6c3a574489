package io.vigie.sentinel.connection;

import java.net.URI;

/** What is said over a link and what is done with what is heard. All methods are called by the link's own thread. */
public interface Conversation {

	URI address();

	/** Authenticates and asks for what is wanted; returns when the other side has agreed. */
	void greet(Session session) throws LinkBroken, InterruptedException;

	/**
	 * Makes good what was missed; what is said meanwhile waits. May fail with a runtime exception: then the link
	 * breaks.
	 */
	void catchUp() throws InterruptedException;

	/** @return whether this was what the link is for, as against small talk */
	boolean hear(String frame) throws LinkBroken, InterruptedException;

	/** Whether to hear nothing for long means that something is wrong. */
	boolean isSilenceWrong();
}
