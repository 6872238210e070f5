package no.arealkompass.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import tools.jackson.databind.JsonNode;

/**
 * JSON in the one form RFC 8785 gives it: keys in the order of their UTF-16 units, no blanks, numbers as ECMAScript writes
 * doubles, UTF-8. Two documents that mean the same are the same bytes.
 */
final class CanonicalJson {
    /** From here on ECMAScript writes an exponent. */
    private static final int MOST_DIGITS = 21;

    private static final int LEAST_EXPONENT = -6;

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for what has no canonical form: a lone surrogate, a number no double can hold */
    static byte[] of(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            object(node, out);
        } else if (node.isArray()) {
            var before = "[";
            for (var item : node) {
                out.append(before);
                write(item, out);
                before = ",";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            string(node.asString(), out);
        } else if (node.isNumber()) {
            out.append(number(node));
        } else if (node.isBoolean() || node.isNull()) {
            out.append(node.toString());
        } else {
            throw new IllegalArgumentException("No canonical form of " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        var names = new ArrayList<>(node.propertyNames());
        Collections.sort(names);
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            out.append(i == 0 ? "" : ",");
            string(names.get(i), out);
            out.append(':');
            write(node.path(names.get(i)), out);
        }
        out.append('}');
    }

    private static void string(String text, StringBuilder out) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("A lone surrogate has no canonical form");
        }
        out.append('"');
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < 0x20) {
                        out.append("\\u00").append(unit < 0x10 ? "0" : "").append(Integer.toHexString(unit));
                    } else {
                        out.append((char) unit);
                    }
                }
            }
        });
        out.append('"');
    }

    private static String number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return number(node.asDouble());
        }
        BigInteger whole = node.bigIntegerValue();
        double value = whole.doubleValue();
        if (!Double.isFinite(value) || !new BigDecimal(value).toBigInteger().equals(whole)) {
            throw new IllegalArgumentException("No double holds " + whole);
        }
        return number(value);
    }

    /** A double as ECMAScript's Number::toString writes it: the shortest digits that read back the same. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Not a number of JSON: " + value);
        }
        if (value == 0) {
            return "0"; // also for -0
        }
        var exact = shortest(Math.abs(value));
        var digits = exact.unscaledValue().toString();
        int point = digits.length() - exact.scale();
        return (value < 0 ? "-" : "") + written(digits, point);
    }

    /** Java writes the shortest digits, but never fewer than two. */
    private static BigDecimal shortest(double value) {
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var one = digits.round(new MathContext(1));
        return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
    }

    /** @param point how many digits stand before the decimal point; may lie outside them */
    private static String written(String digits, int point) {
        if (point > LEAST_EXPONENT && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point > 0 && point <= MOST_DIGITS) {
            return digits.length() <= point
                    ? digits + "0".repeat(point - digits.length())
                    : digits.substring(0, point) + "." + digits.substring(point);
        }
        int exponent = point - 1;
        return digits.charAt(0)
                + (digits.length() == 1 ? "" : "." + digits.substring(1))
                + "e"
                + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }
}
