package no.arealkompass.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The character sets that Norwegian files come in, told apart by their bytes: what a header says is a hint at most.
 * UTF-8 is certain when the bytes are UTF-8 beyond ASCII; the rest is settled by where æøåÆØÅ fall.
 */
enum TextEncoding {
    ASCII("US-ASCII", StandardCharsets.US_ASCII),
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    LATIN_1("ISO-8859-1", StandardCharsets.ISO_8859_1),
    WINDOWS("windows-1252", Charset.forName("windows-1252")),
    DOS_865("IBM865", Charset.forName("IBM865")),
    DOS_850("IBM850", Charset.forName("IBM850")),
    /** Nordic and Sámi; no Java has it, so its upper half stands here. */
    NORDIC("ISO-8859-10", null),
    /** Seven bits, with letters in the place of brackets. */
    NORWEGIAN_7("NS_4551-1", null);

    private static final String UPPER_NORDIC =
            "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞß"
                    + "āáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";
    private static final String BRACKETS = "[\\]{|}";
    private static final String LETTERS = "ÆØÅæøå";
    private static final String IN_LATIN = "\u00E6\u00F8\u00E5\u00C6\u00D8\u00C5";
    private static final String IN_DOS = "\u0091\u009B\u0086\u0092\u009D\u008F";

    /** So many whole letters of UTF-8 for a broken one are no accident. */
    private static final int MOSTLY = 5;

    private final String iana;
    private final @Nullable Charset charset;

    TextEncoding(String iana, @Nullable Charset charset) {
        this.iana = iana;
        this.charset = charset;
    }

    /** Its registered name. */
    String iana() {
        return iana;
    }

    String decode(byte[] bytes) {
        if (charset != null) {
            return new String(bytes, charset);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int bracket = this == NORWEGIAN_7 ? BRACKETS.indexOf(c) : -1;
            if (bracket >= 0) {
                out.append(LETTERS.charAt(bracket));
            } else {
                out.append(this == NORDIC && c >= 0xA0 ? UPPER_NORDIC.charAt(c - 0xA0) : c);
            }
        }
        return out.toString();
    }

    /** Whether a declaration in a file's own words means this one; ASCII goes with every one but UTF-16. */
    boolean meant(String declared) {
        TextEncoding other = named(declared);
        return this == ASCII
                || other == this
                || (this == LATIN_1 && other == WINDOWS)
                || (this == DOS_865 && other == DOS_850)
                || (this == DOS_850 && other == DOS_865);
    }

    /** What a header, a .cpg file or an XML declaration means; null when nobody knows. */
    static @Nullable TextEncoding named(String declared) {
        String name = declared.strip().toUpperCase(Locale.ROOT).replaceAll("[ _.-]", "");
        return switch (name) {
            case "UTF8", "65001" -> UTF_8;
            case "UTF16", "UTF16LE" -> UTF_16LE;
            case "UTF16BE" -> UTF_16BE;
            case "ISO88591", "88591", "LATIN1", "L1", "28591" -> LATIN_1;
            case "ISO885910", "885910" -> NORDIC;
            case "ANSI", "1252", "CP1252", "WINDOWS1252", "ANSI1252" -> WINDOWS;
            case "DOSN8", "865", "CP865", "IBM865", "OEM865" -> DOS_865;
            case "850", "CP850", "IBM850", "OEM", "OEM850" -> DOS_850;
            case "ND7", "DECN7", "ISO646NO" -> NORWEGIAN_7;
            case "ASCII", "USASCII" -> ASCII;
            default -> null;
        };
    }

    /**
     * What the bytes of a file say.
     *
     * @throws Refused ENCODING_MIXED when most letters are UTF-8 and some are not
     */
    static TextEncoding of(Path file) throws IOException {
        return of(new byte[0], file, 0);
    }

    /** What a few bytes and those of a file from a place on say together. */
    static TextEncoding of(byte[] head, Path file, long from) throws IOException {
        Census census = new Census();
        for (byte b : head) {
            census.add(b & 0xff);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.skipNBytes(Math.min(from, Files.size(file)));
            for (int b = in.read(); b >= 0; b = in.read()) {
                census.add(b);
            }
        }
        return census.verdict();
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Counts what tells the character sets apart. */
    private static final class Census {
        private long count;
        private int first;
        private int second;
        private boolean beyondAscii;
        private boolean utf8 = true;
        private int pending;
        private long whole;
        private long broken;
        private int lowest;
        private int highest = 0xBF;
        private int before;
        private boolean nordicBefore;
        private long latin;
        private long dos;
        private long control;

        /** Takes the next byte. */
        void add(int b) {
            if (count == 0) {
                first = b;
            } else if (count == 1) {
                second = b;
            }
            count++;
            utf8(b);
            if (b >= 0x80) {
                beyondAscii = true;
                control += b < 0xA0 ? 1 : 0;
            }
            letters(b);
            before = b;
        }

        /** Well-formed sequences only: no overlong ones, no surrogates, nothing beyond U+10FFFF. */
        private void utf8(int b) {
            if (pending > 0) {
                boolean goesOn = b >= lowest && b <= highest;
                utf8 &= goesOn;
                lowest = 0x80;
                highest = 0xBF;
                pending = goesOn ? pending - 1 : 0;
                broken += goesOn ? 0 : 1;
                whole += goesOn && pending == 0 ? 1 : 0;
                return;
            }
            if (b < 0x80) {
                return;
            }
            pending = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
            utf8 &= pending > 0;
            broken += pending > 0 ? 0 : 1;
            lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        }

        /** A Nordic letter counts where it stands beside a plain one. */
        private void letters(int b) {
            boolean letter = plain(b);
            if (nordicBefore && letter && !plain(before)) {
                vote(before);
            }
            nordicBefore = b >= 0x80;
            if (nordicBefore && plain(before)) {
                vote(b);
            }
        }

        private void vote(int b) {
            latin += IN_LATIN.indexOf(b) >= 0 ? 1 : 0;
            dos += IN_DOS.indexOf(b) >= 0 ? 1 : 0;
        }

        private static boolean plain(int b) {
            return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
        }

        TextEncoding verdict() {
            if (count > 1 && first == 0xFF && second == 0xFE) {
                return UTF_16LE;
            }
            if (count > 1 && first == 0xFE && second == 0xFF) {
                return UTF_16BE;
            }
            if (!beyondAscii) {
                return ASCII;
            }
            if (utf8 && pending == 0) {
                return UTF_8;
            }
            if (whole > MOSTLY * Math.max(1, broken)) {
                throw new Refused("ENCODING_MIXED", Map.of());
            }
            if (dos > latin) {
                return DOS_865;
            }
            return control > 0 ? WINDOWS : LATIN_1;
        }
    }
}
