package io.vigie.simulator.access;

import io.vigie.simulator.setting.Variables;
import io.vigie.simulator.setting.WrongSetting;
import io.vigie.simulator.wire.CutProtocol;
import io.vigie.simulator.wire.Sockets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the server listens: on loopback, unless told otherwise. */
@Configuration(proxyBeanMethods = false)
class ServerSettings {

	private static final int PORT = 8090;

	/** A pair in a path comes as {@code BTC%2FUSD}, which Tomcat refuses unless it is told to let it pass. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(Variables variables, Sockets sockets) {
		int port = variables.number("VIGIE_SIMULATOR_PORT", PORT, 0, 65_535);
		InetAddress address = address(variables.text("VIGIE_BIND", "127.0.0.1"));
		return factory -> {
			factory.setPort(port);
			factory.setAddress(address);
			factory.setProtocol(CutProtocol.class.getName());
			factory.addProtocolHandlerCustomizers(it -> sockets.attach((CutProtocol) it));
			factory.addConnectorCustomizers(it -> it.setEncodedSolidusHandling("passthrough"));
		};
	}

	private static InetAddress address(String text) {
		try {
			return InetAddress.getByName(text);
		}
		catch (UnknownHostException _) {
			throw new WrongSetting("VIGIE_BIND", text, "an address of this machine, such as 127.0.0.1 or 0.0.0.0");
		}
	}
}
