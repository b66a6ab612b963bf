package dev.nodestart.emulator.testing.registry;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** An address of this machine that is not loopback, so that engines want HTTPS there. */
public final class OtherAddress {

    private OtherAddress() {}

    /** The first such address. */
    public static InetAddress ofThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                // a cluster's own bridge goes away with the cluster
                .filter(network -> !network.getName().startsWith("br-"))
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "These tests need a network interface besides loopback; an engine's bridge is enough."));
    }
}
