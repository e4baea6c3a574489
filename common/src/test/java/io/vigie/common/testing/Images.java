package io.vigie.common.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a Docker engine has, or can have soon: a registry that can't be reached is not waited for. */
record Images(DockerClient docker, Duration firstWord, Duration whole) {

	Images(DockerClient docker) {
		this(docker, Duration.ofSeconds(10), Duration.ofMinutes(3));
	}

	/** Fetches it where it is missing and the registry answers. */
	boolean have(String image) {
		try {
			docker.inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException missing) {
			return fetch(image);
		}
	}

	private boolean fetch(String image) {
		try (Fetch fetch = docker.pullImageCmd(image).exec(new Fetch())) {
			return fetch.word.await(firstWord.toMillis(), TimeUnit.MILLISECONDS) && fetch.awaitCompletion(whole.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (Exception e) {
			// However the engine says that it can't, it can't.
			return false;
		}
	}

	private static final class Fetch extends PullImageResultCallback {

		private final CountDownLatch word = new CountDownLatch(1);

		@Override
		public void onNext(PullResponseItem item) {
			super.onNext(item);
			word.countDown();
		}

		@Override
		public void onError(Throwable throwable) {
			super.onError(throwable);
			word.countDown();
		}
	}
}
