package io.vigie.executor.live;

import io.vigie.executor.venue.Alpaca;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Lets the executor start against real money only where somebody signed for it; the setting itself is checked before that. */
@Component
@EnableConfigurationProperties(LiveSettings.class)
class LiveGate implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(LiveGate.class);

	private final Alpaca venue;
	private final Acknowledgements acknowledgements;

	LiveGate(Alpaca venue, Acknowledgements acknowledgements) {
		this.venue = venue;
		this.acknowledgements = acknowledgements;
	}

	@Override
	public void afterPropertiesSet() {
		if (venue.isLive()) {
			Acknowledgement signed = acknowledgements.genuine().orElseThrow(LiveRefused::new);
			log.atWarn().addKeyValue("signed_by", signed.name()).addKeyValue("signed_at", signed.signedAt()).log("Trading with real money");
		}
	}
}
