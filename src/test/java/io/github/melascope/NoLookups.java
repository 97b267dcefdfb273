package io.github.melascope;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The resolver of all tests: remembers and refuses every look-up of a host, for nothing here may need the network. */
public final class NoLookups extends InetAddressResolverProvider {
    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    /** The hosts that were asked for. */
    public static Queue<String> seen() {
        return SEEN;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver system = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (host.equals("localhost")) {
                    return system.lookupByName(host, policy);
                }
                SEEN.add(host);
                throw new UnknownHostException(host + ": tests stay offline");
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return system.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "no look-ups";
    }
}
