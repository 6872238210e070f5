package no.arealkompass.api;

import io.nayuki.qrcodegen.QrCode;

/** An address as a code that a telephone reads from paper. */
final class QrPicture {
    private static final int QUIET = 4;

    private QrPicture() {}

    /** Black squares on white, as SVG, with the quiet zone that readers need. */
    static String svg(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * QUIET;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <rect width="100%%" height="100%%" fill="#fff"/><path d="%s"/></svg>
                """.formatted(side, side, path);
    }
}
