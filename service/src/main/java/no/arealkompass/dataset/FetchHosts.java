package no.arealkompass.dataset;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
                requirePublic(host, ip);
            }
        } catch (UnknownHostException e) {
            throw FetchFailed.passing("Fant ikke verten " + host + ".", "The host " + host + " was not found.");
        }
    }

    /** @throws FetchFailed when this is not an address of the open internet */
    static void requirePublic(String host, InetAddress ip) {
        if (isPrivate(ip)) {
            throw FetchFailed.forGood(
                    "Verten " + host + " har en adresse på et privat nett (" + ip.getHostAddress() + ").",
                    "The host " + host + " has an address in a private network (" + ip.getHostAddress() + ").",
                    "Kontroller navnetjenesten på maskinen.",
                    "Check the name service of the machine.");
        }
    }

    static boolean isPrivate(InetAddress ip) {
        byte[] b = inner(ip.getAddress());
        boolean uniqueLocal = ip instanceof Inet6Address && (b[0] & 0xfe) == 0xfc;
        boolean carrier = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        boolean thisNetwork = b.length == 4 && b[0] == 0;
        return (!Arrays.equals(b, ip.getAddress()) && isPrivate(ofBytes(b))) // IPv4 in the clothes of IPv6
                || isReserved(b)
                || ip.isLoopbackAddress()
                || ip.isAnyLocalAddress()
                || ip.isLinkLocalAddress()
                || ip.isSiteLocalAddress()
                || ip.isMulticastAddress()
                || uniqueLocal
                || carrier
                || thisNetwork;
    }

    /** An IPv4 address that an IPv6 one carries: mapped, compatible, NAT64 (64:ff9b::/96) or 6to4 (2002::/16). */
    private static byte[] inner(byte[] b) {
        if (b.length != 16) {
            return b;
        }
        boolean zeros = IntStream.range(0, 10).allMatch(i -> b[i] == 0);
        boolean mapped = zeros && (b[10] & 0xff) == 0xff && (b[11] & 0xff) == 0xff;
        boolean compatible = zeros && b[10] == 0 && b[11] == 0 && (b[12] != 0 || b[13] != 0);
        boolean nat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        if (mapped || compatible || nat64) {
            return Arrays.copyOfRange(b, 12, 16);
        }
        return sixToFour ? Arrays.copyOfRange(b, 2, 6) : b;
    }

    private static InetAddress ofBytes(byte[] b) {
        try {
            return InetAddress.getByAddress(b);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Set aside for tests, documents and times to come: nobody publishes there. */
    private static boolean isReserved(byte[] b) {
        if (b.length == 16) {
            return (b[0] & 0xff) == 0x20 && b[1] == 0x01 && (b[2] & 0xff) == 0x0d && (b[3] & 0xff) == 0xb8;
        }
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        return first >= 240
                || (first == 192 && second == 0 && (b[2] == 0 || b[2] == 2))
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && b[2] == 100)))
                || (first == 203 && second == 0 && b[2] == 113);
    }
}
