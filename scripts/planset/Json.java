import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;

/** JSON, with whole numbers written as such. */
final class Json {
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static String of(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> {
                var members = new ArrayList<String>();
                map.forEach((key, of) -> members.add(of(String.valueOf(key)) + ":" + of(of)));
                yield "{" + String.join(",", members) + "}";
            }
            case Collection<?> list ->
                "[" + String.join(",", list.stream().map(Json::of).toList()) + "]";
            case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case Double number -> number(number);
            default -> String.valueOf(value);
        };
    }

    private Json() {}
}
