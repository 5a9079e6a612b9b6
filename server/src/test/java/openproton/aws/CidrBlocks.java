package openproton.aws;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What `Fn::Cidr` gives: equal blocks one behind the other.
final class CidrBlocks {
    private CidrBlocks() {}

    /// @param hostBits how many bits of an address differ inside of each block
    static List<String> of(String block, int count, int hostBits) {
        String[] parts = block.split("/", 2);
        byte[] start = bytes(parts[0]);
        int bits = start.length * 8;
        int prefix = bits - hostBits;
        if (parts.length < 2 || prefix < Integer.parseInt(parts[1]) || count < 1 || count > 256) {
            throw AwsRefusal.validation("Template error: Fn::Cidr cannot split %s into %d blocks of %d bits"
                    .formatted(block, count, hostBits));
        }
        var first = new BigInteger(1, start);
        return IntStream.range(0, count)
                .mapToObj(index -> first.add(BigInteger.valueOf(index).shiftLeft(hostBits)))
                .map(address -> text(address, start.length) + "/" + prefix)
                .toList();
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw AwsRefusal.validation("Template error: %s is not an address".formatted(address));
        }
    }

    private static String text(BigInteger address, int length) {
        byte[] raw = address.toByteArray();
        byte[] bytes = new byte[length];
        int used = Math.min(length, raw.length);
        System.arraycopy(raw, raw.length - used, bytes, length - used, used);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(Arrays.toString(bytes), e);
        }
    }
}
