package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.arealkompass.present.Field;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** Every byte a link gives out, searched for what the link hides. */
@DirtiesContext
class RoomSecretsTest extends RoomGround {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action|content|data-[a-z]+)=\"([^\"]+)\"");

    @Test
    void whatIsHiddenIsInNoByteOfAnythingALinkGivesOut() throws IOException {
        var marked = markedSite();
        var keys = Arrays.stream(Field.values()).map(Field::key).toList();
        for (int half = 0; half < 2; half++) {
            int odd = half;
            var fields = java.util.stream.IntStream.range(0, keys.size())
                    .filter(i -> i % 2 == odd)
                    .mapToObj(keys::get)
                    .toList();
            searched(marked, fields);
        }
        searched(marked, List.of("usableArea"));
    }

    private void searched(List<Marked> marked, List<String> fields) throws IOException {
        var path = path(make(draftOf(fields, SITE), recruiter()));
        var answers = crawled(path);
        var page = new String(answers.get(path), StandardCharsets.UTF_8);
        Map<String, String> searched = new LinkedHashMap<>();
        answers.forEach((address, bytes) -> searched.put(address, haystack(bytes)));
        for (var mark : marked) {
            // A plot's name often is the site's, and goes with it.
            if (fields.contains(mark.field())
                    && (fields.contains("name") || !mark.field().equals("plots"))) {
                assertThat(page)
                        .as("shown: " + mark.field())
                        .contains(mark.marks().getFirst());
                continue;
            }
            for (var word : mark.marks()) {
                searched.forEach((address, text) -> assertThat(text.contains(word.toLowerCase(Locale.ROOT)))
                        .as(address + " with " + fields + " tells " + word + " of " + mark.field())
                        .isFalse());
            }
        }
        assertThat(answers.keySet()).as("reached").anyMatch(a -> a.endsWith("/sites.json"));
    }

    /** Everything the page leads to in this service, in both languages, and what it does not lead to but has an address. */
    private Map<String, byte[]> crawled(String path) throws IOException {
        Set<String> found = new LinkedHashSet<>(List.of(path, path + "?lang=en", path + "?lang=nb"));
        for (var file : List.of(
                "/map.png",
                "/map.png?site=1",
                "/map.png?site=2",
                "/og.png",
                "/qr.svg",
                "/map.json",
                "/sites.json",
                "/sites.json?lang=en",
                "/prospekt.pdf",
                "/prospekt.pdf?lang=en",
                "/lysbilde.png",
                "/henvendelse",
                "/kode",
                "/annet")) {
            found.add(path + file);
        }
        Map<String, byte[]> answers = new LinkedHashMap<>();
        for (var address : new ArrayList<>(found)) {
            var answer = bytes(address);
            assertThat(answer.statusCode()).as(address).isIn(200, 404, 405);
            answers.put(address, answer.body());
            if (address.startsWith(path + "?") || address.equals(path)) {
                assertThat(answer.statusCode()).isEqualTo(200);
                led(new String(answer.body(), StandardCharsets.UTF_8), path)
                        .forEach(next -> answers.computeIfAbsent(next, a -> bytes(a).body()));
            }
        }
        return answers;
    }

    /** The addresses of this link that a page names. */
    private static List<String> led(String html, String path) {
        return ADDRESS.matcher(html)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&").replace(PAGE, ""))
                .filter(address -> address.startsWith(path))
                .distinct()
                .toList();
    }

    /** The bytes as text, with what is packed in them unpacked. */
    private static String haystack(byte[] bytes) {
        var text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        text.append(new String(bytes, StandardCharsets.UTF_16BE));
        if (bytes.length > 4 && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("%PDF")) {
            text.append(ofPdf(bytes));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static String ofPdf(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper()
                    .getText(document)
                    .replace("\u00ad", "")
                    .replace("-\n", "");
            var raw = new ByteArrayOutputStream();
            for (var object : document.getDocument().getXrefTable().keySet()) {
                var base = document.getDocument().getObjectFromPool(object).getObject();
                if (base instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        in.transferTo(raw);
                    }
                }
                if (base instanceof COSDictionary dictionary) {
                    dictionary.getValues().forEach(value -> raw.writeBytes(words(value)));
                } else if (base != null) {
                    raw.writeBytes(words(base));
                }
            }
            var packed = raw.toString(StandardCharsets.ISO_8859_1);
            return text + text.replace("\n", "").replace(" ", "") + packed + packed.replace("\0", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] joined(COSArray array) {
        var all = new ByteArrayOutputStream();
        array.forEach(one -> {
            if (one instanceof COSString string) {
                all.writeBytes(string.getString().getBytes(StandardCharsets.UTF_8));
            }
        });
        return all.toByteArray();
    }

    private static byte[] words(COSBase value) {
        return value instanceof COSString string
                ? string.getString().getBytes(StandardCharsets.UTF_8)
                : value instanceof COSArray array ? joined(array) : new byte[0];
    }

    @Test
    void aPictureShowsNothingThatIsHidden() {
        var plain = draftOf(List.of("map"), SITE);
        version(SITE, "zqname", "[]", "PUBLISHED");
        var without = path(make(plain, recruiter()));
        var with = path(make(draftOf(List.of("map", "plots"), SITE), recruiter()));
        var hidden = bytes(without + "/map.png").body();
        assertThat(bytes(with + "/map.png").body()).as("plots are drawn").isNotEqualTo(hidden);
        state(SITE, "PUBLISHED"); // the same ground without any plot, and another name
        assertThat(bytes(without + "/map.png").body())
                .as("nothing of the plots was in it")
                .isEqualTo(hidden);
        var unseen = path(make(draftOf(List.of("name"), SITE), recruiter()));
        for (var file : List.of("/map.png", "/og.png", "/map.json")) {
            assertThat(bytes(unseen + file).statusCode()).as(file).isEqualTo(404);
            assertThat(bytes(unseen + file).body())
                    .isEqualTo(bytes("/i/nothing-here").body());
        }
    }

    @Test
    void aPngHoldsAPictureAndNoWords() {
        var path = path(make(draftOf(List.of("map", "name"), SITE), recruiter()));
        var png = bytes(path + "/og.png").body();
        var chunks = new ArrayList<String>();
        for (int at = 8; at < png.length; ) {
            int length = java.nio.ByteBuffer.wrap(png, at, 4).getInt();
            chunks.add(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1));
            at += length + 12;
        }
        assertThat(new LinkedHashSet<>(chunks)).containsExactly("IHDR", "IDAT", "IEND");
    }
}
