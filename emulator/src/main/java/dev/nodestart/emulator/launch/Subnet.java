package dev.nodestart.emulator.launch;

import java.util.random.RandomGenerator;

/**
 * The private network of one cluster: 256 addresses inside 10.139.0.0/16, away from Docker's own 172.17.0.0/16
 * (dcs.md §3 row 5).
 *
 * @param third the third number of its addresses
 */
record Subnet(int third) {
    private static final int FIRST_NODE = 10;

    static Subnet any(RandomGenerator random) {
        return new Subnet(random.nextInt(256));
    }

    String cidr() {
        return "10.139." + third + ".0/24";
    }

    /** The address of the node with this number; 0 is the driver. */
    String address(int node) {
        return "10.139." + third + "." + (FIRST_NODE + node);
    }

    /** How many nodes fit. */
    static int capacity() {
        return 254 - FIRST_NODE;
    }
}
