package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.access.Caller;
import no.arealkompass.follow.Follows;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the link in a mail leads that ends the following. Opening it changes nothing, since mail programs open links by
 * themselves; the button does. Whether there was anything to end is not told.
 */
@RestController
@RequestMapping(path = UnsubscribeController.PATH, produces = MediaType.TEXT_HTML_VALUE)
class UnsubscribeController {
    static final String PATH = "/api/plan-follows/unsubscribe";

    private final Follows follows;

    UnsubscribeController(Follows follows) {
        this.follows = follows;
    }

    @GetMapping
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String lang) {
        var language = language(lang);
        return page(language, new Said("Slutt å følge planen?", "Stop following the plan?"), """
                <p>%s</p>
                <form method="post" action="%s">
                  <input type="hidden" name="token" value="%s" />
                  <input type="hidden" name="lang" value="%s" />
                  <button type="submit" class="button button--primary">%s</button>
                </form>
                """.formatted(
                        new Said(
                                        "Du får da ikke flere meldinger om denne planen, og e-postadressen slettes.",
                                        "You will get no more mail about this plan, and the address is deleted.")
                                .in(language),
                        PATH,
                        plain(token),
                        language.getLanguage(),
                        new Said("Slutt å følge", "Stop following").in(language)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> end(
            Caller caller,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String lang) {
        follows.endByToken(caller, token);
        var language = language(lang);
        return page(
                language,
                new Said("Du følger ikke lenger planen", "You no longer follow the plan"),
                "<p>%s</p>"
                        .formatted(new Said(
                                        "Var lenken i bruk, er den stengt nå, og adressen er slettet.",
                                        "If the link was in use, it is closed now, and the address is deleted.")
                                .in(language)));
    }

    private static Locale language(String lang) {
        return lang.equals("en") ? Locale.ENGLISH : Locale.of("nb");
    }

    /** A token is letters, digits, - and _; whatever else came is left out, so that it can never become markup. */
    private static String plain(String token) {
        return token.replaceAll("[^\\w-]", "");
    }

    private static ResponseEntity<String> page(Locale language, Said title, String content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer") // the address holds the token
                .body("""
                        <!doctype html>
                        <html lang="%s">
                          <head>
                            <meta charset="utf-8" />
                            <meta name="viewport" content="width=device-width, initial-scale=1" />
                            <meta name="robots" content="noindex" />
                            <title>%s – Arealkompass</title>
                            <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                            <link rel="stylesheet" href="/app/css/tokens.css" />
                            <link rel="stylesheet" href="/app/css/base.css" />
                            <link rel="stylesheet" href="/app/css/controls.css" />
                            <link rel="stylesheet" href="/app/css/planfollow.css" />
                          </head>
                          <body>
                            <main class="unsubscribe">
                              <h1>%s</h1>
                              %s
                              <p><a href="/">Arealkompass</a></p>
                            </main>
                          </body>
                        </html>
                        """.formatted(language.getLanguage(), title.in(language), title.in(language), content));
    }
}
