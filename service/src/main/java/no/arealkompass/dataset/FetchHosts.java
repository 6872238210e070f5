package no.arealkompass.dataset;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** Whom a fetch may talk to: hosts its description lists, on the open internet, over https. */
final class FetchHosts {
    private final List<String> hosts;
    private final boolean local;

    FetchHosts(List<String> hosts, boolean local) {
        this.hosts = hosts;
        this.local = local;
    }

    /** @throws FetchFailed when this address must not be asked */
    void require(URI address) {
        String host = address.getHost();
        if (host == null || !hosts.contains(host)) {
            throw FetchFailed.forGood(
                    "Adressen " + address + " ligger ikke på en vert som beskrivelsen tillater (" + hosts + ").",
                    "The address " + address + " is not on a host that the description allows (" + hosts + ").",
                    "Har utgiveren flyttet filen, rettes address og hosts i datasettets beskrivelse.",
                    "If the publisher has moved the file, correct address and hosts in the dataset's description.");
        }
        if (!local && (!"https".equals(address.getScheme()) || address.getPort() != -1)) {
            throw FetchFailed.forGood(
                    "Adressen " + address + " er ikke https på vanlig port.",
                    "The address " + address + " is not https on the ordinary port.",
                    "Rett address i datasettets beskrivelse.",
                    "Correct address in the dataset's description.");
        }
        if (!local) {
            requirePublic(host);
        }
    }

    private static void requirePublic(String host) {
        try {
            for (InetAddress ip : InetAddress.getAllByName(host)) {
                if (isPrivate(ip)) {
                    throw FetchFailed.forGood(
                            "Verten " + host + " har en adresse på et privat nett (" + ip.getHostAddress() + ").",
                            "The host " + host + " has an address in a private network (" + ip.getHostAddress() + ").",
                            "Kontroller navnetjenesten på maskinen.",
                            "Check the name service of the machine.");
                }
            }
        } catch (UnknownHostException e) {
            throw FetchFailed.passing("Fant ikke verten " + host + ".", "The host " + host + " was not found.");
        }
    }

    static boolean isPrivate(InetAddress ip) {
        byte[] b = ip.getAddress();
        boolean uniqueLocal = ip instanceof Inet6Address && (b[0] & 0xfe) == 0xfc;
        boolean carrier = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        boolean thisNetwork = b.length == 4 && b[0] == 0;
        return ip.isLoopbackAddress()
                || ip.isAnyLocalAddress()
                || ip.isLinkLocalAddress()
                || ip.isSiteLocalAddress()
                || ip.isMulticastAddress()
                || uniqueLocal
                || carrier
                || thisNetwork;
    }
}
