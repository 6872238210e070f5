package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.dataset.Examination.Repair;
import no.arealkompass.dataset.Examiner.Look;
import no.arealkompass.dataset.LookRepository.Broken;
import no.arealkompass.dataset.LookRepository.Compared;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.dataset.Repairer.Mended;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers repairs of the invalid areas among the staged objects, and carries out those that were asked for. */
@Component
final class RepairDesk {
    private final Catalogue catalogue;
    private final LookRepository looking;
    private final Repairer repairer;

    RepairDesk(Catalogue catalogue, LookRepository looking, Repairer repairer) {
        this.catalogue = catalogue;
        this.looking = looking;
        this.repairer = repairer;
    }

    /** Every repair is computed anew, so that what is imported is what would be shown now. */
    void offer(Look look, @Nullable FileCrs crs) {
        List<Broken> broken = looking.broken(repairer.budget().objects());
        if (broken.isEmpty()) {
            return;
        }
        look.request().progress().report("Trying repairs", 0, broken.size());
        Map<Integer, Mended> mended = repairer.repair(broken);
        Map<Integer, byte @Nullable []> after = new LinkedHashMap<>();
        broken.forEach(object -> after.put(
                object.no(), Objects.requireNonNull(mended.get(object.no())).wkb()));
        Map<Integer, Compared> compared = looking.compared(after, crs, catalogue.region());
        List<Repair> offered = new ArrayList<>();
        Map<Integer, byte[]> wanted = new LinkedHashMap<>();
        for (Broken object : broken) {
            Mended made = Objects.requireNonNull(mended.get(object.no()));
            Repair repair = repair(look, object, made, compared.get(object.no()));
            offered.add(repair);
            byte[] wkb = made.wkb();
            if (repair.chosen() && wkb != null) {
                wanted.put(object.no(), wkb);
                look.findings().add(note(object, repair));
            }
        }
        look.findings().repairs(offered);
        if (!wanted.isEmpty()) {
            looking.repair(wanted);
        }
    }

    private static Repair repair(Look look, Broken object, Mended made, @Nullable Compared compared) {
        boolean possible = made.wkb() != null;
        return new Repair(
                object.objectId(),
                object.reason(),
                possible,
                made.why().isEmpty() ? null : IssueTexts.message(made.why(), made.args()),
                compared == null ? null : compared.areaBeforeM2(),
                compared == null ? null : compared.areaAfterM2(),
                compared == null ? null : compared.before(),
                compared == null ? null : compared.after(),
                possible && look.said().repairs(object.objectId()));
    }

    private static Found note(Broken object, Repair repair) {
        return Found.of(
                object.objectId(),
                new FileIssue(
                        "REPAIRED",
                        false,
                        Map.of(
                                "reason", object.reason(),
                                "before", squareMetres(repair.areaBeforeM2()),
                                "after", squareMetres(repair.areaAfterM2()))));
    }

    private static String squareMetres(@Nullable Double area) {
        return area == null ? "?" : String.format(Locale.ROOT, "%.1f", area);
    }
}
