package no.arealkompass.api;

import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.strategy.Metric;
import no.arealkompass.wish.Answer;
import no.arealkompass.wish.Catalogue;
import no.arealkompass.wish.Requirement;
import no.arealkompass.wish.Understood;
import no.arealkompass.wish.Wishes;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked of land, what a pasted list asks, and which sites of a run have it. All of it is for everybody. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class WishController {
    private final Wishes wishes;

    WishController(Wishes wishes) {
        this.wishes = wishes;
    }

    record Kinds(List<Kind> items, Catalogue.Neighbours neighbours) {}

    /** @param fact the fact it reads, which names its classes; null where it is measured */
    record Kind(
            String id,
            Text name,
            Requirement.Form form,
            String unit,
            double least,
            double most,
            Requirement.Join join,
            @Nullable String fact,
            Requirement.@Nullable Years years,
            Requirement.@Nullable Usual usual,
            Text lack,
            Text note,
            Text settledBy) {

        static Kind of(Requirement r) {
            return new Kind(
                    r.id(),
                    r.name(),
                    r.form(),
                    r.unit(),
                    r.least(),
                    r.most(),
                    r.join(),
                    r.metric() instanceof Metric.Own own ? own.fact() : null,
                    r.years(),
                    r.usual(),
                    r.lack(),
                    r.note(),
                    r.settledBy());
        }
    }

    @GetMapping("/requirements")
    Kinds requirements(Caller caller) {
        var catalogue = wishes.catalogue(caller);
        return new Kinds(catalogue.requirements().stream().map(Kind::of).toList(), catalogue.neighbours());
    }

    @GetMapping("/requirements/parse")
    Understood parse(Caller caller, @RequestParam String text) {
        return wishes.read(caller, text);
    }

    /** @param wish the compact form, as in the page's address: area:1000,power:100 */
    @GetMapping("/runs/{id}/matches")
    Answer matches(Caller caller, @PathVariable String id, @RequestParam("krav") String wish) {
        return wishes.answer(caller, RunsController.id(id), wish);
    }
}
