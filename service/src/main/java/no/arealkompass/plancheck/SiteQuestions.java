package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.Subject;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.Per;
import no.arealkompass.strategy.PlanQuantity.Count;
import no.arealkompass.strategy.PlanQuantity.Zoned;
import no.arealkompass.strategy.PlanRule;
import org.jspecify.annotations.Nullable;

/**
 * What the rules over sites find out. Municipal borders do not count: ground of a site that the subject's plans say nothing
 * of is looked up in the plans around it, and only what no plan covers is unknown.
 */
final class SiteQuestions {
    static final String SITE = "site";

    private final Situation situation;
    private final GroundRepository ground;
    private final List<CheckedZone> own;
    private final List<CheckedZone> around;
    private final String ownKind;
    private final String aroundKind;
    private final String mark;
    private final Set<Long> cut = new HashSet<>();
    private final Map<Long, Double> inOwn;
    private final Map<Long, Double> uncovered;
    private final Map<Zoned, Map<Long, Double>> known = new HashMap<>();

    /**
     * Prepares the ground.
     *
     * @param own the zones that decide, under {@code ownKind} among the pieces of ground
     * @param around the zones that decide where those say nothing, under {@code aroundKind}
     * @param mark keeps the pieces of this question apart from those of another
     */
    SiteQuestions(
            Situation situation,
            GroundRepository ground,
            Subject ownSubject,
            List<CheckedZone> own,
            String ownKind,
            List<CheckedZone> around,
            String aroundKind,
            String mark) {
        this.situation = situation;
        this.ground = ground;
        this.own = own;
        this.around = around;
        this.ownKind = ownKind;
        this.aroundKind = aroundKind;
        this.mark = mark;
        var all = situation.sites().stream().map(CheckedSite::no).toList();
        ground.outlines("outline" + mark, ids(ownSubject));
        ground.rest("rest" + mark, SITE, "outline" + mark);
        inOwn = new HashMap<>();
        var rest = ground.areas("rest" + mark);
        situation.sites().forEach(site -> {
            double left = rest.getOrDefault(site.no(), 0.0);
            inOwn.put(site.no(), 1 - Math.min(1, left / site.site().areaM2()));
            if (left >= situation.planning().ignoreBelowM2()) {
                cut.add(site.no());
            }
        });
        ground.outlines("aroundOutline" + mark, around.isEmpty() ? List.of() : ids(situation.aroundSubject()));
        ground.rest("bare" + mark, "rest" + mark, "aroundOutline" + mark);
        uncovered = all.isEmpty() ? Map.of() : ground.areas("bare" + mark);
    }

    private static List<Long> ids(Subject subject) {
        return subject.versions().stream().map(PlanVersion::id).toList();
    }

    /** The share of each site on some zones, in the rule's subject. */
    Answers zoned(PlanRule rule, PlanRule.Sites wanted, Zoned zoned, Bounds bound) {
        var shares = shares(zoned);
        List<Looked> looked = new ArrayList<>();
        for (var site : chosen(wanted)) {
            double share = shares.getOrDefault(site.no(), 0.0);
            boolean home = home(site);
            boolean breaks = !site.vague() && PlanJudge.outcome(bound, share, share + bare(site)) == Outcome.DEVIATES;
            if (home || (breaks && bound instanceof Bounds.AtMost && inOwn(site) > 0)) {
                var observed = site.vague()
                        ? Observed.nothing(Reasons.VAGUE_SITE)
                        : Observed.between(share, share + bare(site), Reasons.PARTLY_PLANNED);
                var whole = new Piece(SITE, site.no());
                var found = rule.head().missing() ? whole : new Piece(kind(zoned), site.no());
                looked.add(Looked.site(site, observed, found, whole, List.of()));
            }
        }
        return Answers.of(looked, bound, List.of());
    }

    /** Whether the subject answers for a site. */
    private boolean home(CheckedSite site) {
        return switch (situation.subject().kind()) {
            case REGION -> true;
            case MUNICIPALITY -> situation.municipalities().stream().anyMatch(site::in);
            case PLAN -> inOwn(site) >= CheckedSite.AT_HOME;
        };
    }

    private double inOwn(CheckedSite site) {
        return inOwn.getOrDefault(site.no(), 0.0);
    }

    /** Share of a site that no plan covers; what comes from digitising is none. */
    private double bare(CheckedSite site) {
        double m2 = uncovered.getOrDefault(site.no(), 0.0);
        return m2 < situation.planning().ignoreBelowM2() ? 0 : m2 / site.site().areaM2();
    }

    private List<CheckedSite> chosen(PlanRule.Sites wanted) {
        var meets = wanted.meets();
        var group = meets == null ? null : situation.run().group(meets, null);
        return situation.sites().stream()
                .filter(site -> wanted.kinds().contains(site.kind()))
                .filter(site -> !wanted.published()
                        || site.site().publication() == no.arealkompass.site.Site.Publication.PUBLISHED)
                .filter(site -> meets == null
                        || (group != null
                                && (group.meet().contains(site.site().id())
                                        || group.mayMeet().contains(site.site().id()))))
                .toList();
    }

    /** The sites that a rule over sites looks at, wherever they lie. */
    List<CheckedSite> sites(PlanRule.Sites wanted) {
        return chosen(wanted);
    }

    private String kind(Zoned zoned) {
        var group = zoned.group();
        return "on" + mark + " " + (group == null ? String.join(" ", zoned.purposes()) : group.name());
    }

    private Map<Long, Double> shares(Zoned zoned) {
        return known.computeIfAbsent(zoned, this::measure);
    }

    private Map<Long, Double> measure(Zoned zoned) {
        Set<String> codes = new HashSet<>();
        var group = zoned.group();
        if (group != null) {
            codes.addAll(situation.planning().codes(group));
        }
        zoned.purposes().forEach(purpose -> codes.addAll(situation.planning().allowing(purpose)));
        var all = situation.sites().stream().map(CheckedSite::no).toList();
        ground.cross(kind(zoned), SITE, all, ownKind, nos(own, codes));
        ground.cross(kind(zoned), "rest" + mark, cut, aroundKind, nos(around, codes));
        var areas = ground.areas(kind(zoned));
        Map<Long, Double> shares = new HashMap<>();
        situation
                .sites()
                .forEach(site -> shares.put(
                        site.no(),
                        Math.min(
                                1,
                                areas.getOrDefault(site.no(), 0.0) / site.site().areaM2())));
        return shares;
    }

    private static List<Long> nos(Collection<CheckedZone> zones, Set<String> codes) {
        return zones.stream()
                .filter(zone -> codes.contains(zone.zone().code()))
                .map(CheckedZone::no)
                .toList();
    }

    /** How many sites of the region, or of each municipality, are zoned as wanted. */
    Answers count(Per per, Count count, Bounds bound, List<String> municipalities) {
        if (per == Per.REGION) {
            return Answers.of(List.of(counted(count, null)), bound, List.of());
        }
        return Answers.of(
                municipalities.stream().map(number -> counted(count, number)).toList(), bound, List.of());
    }

    private Looked counted(Count count, @Nullable String municipality) {
        var meets = count.sites().meets();
        var group = meets == null ? null : situation.run().group(meets, municipality);
        var among = situation.sites().stream()
                .filter(site -> count.sites().kinds().contains(site.kind()))
                .filter(site -> municipality == null || site.in(municipality))
                .toList();
        if (among.isEmpty()) {
            return Looked.whole(municipality, Observed.nothing(Reasons.NO_SITES), null, List.of());
        }
        if (meets != null && group == null) {
            return Looked.whole(municipality, Observed.nothing(Reasons.NOT_ANSWERED), null, List.of());
        }
        var shares = shares(count.zoned());
        int certain = 0;
        int possible = 0;
        for (var site : among) {
            double low = shares.getOrDefault(site.no(), 0.0);
            boolean meet = group == null || group.meet().contains(site.site().id());
            boolean may = meet
                    || (group != null && group.mayMeet().contains(site.site().id()));
            boolean enough = !site.vague() && low >= count.shareAtLeast();
            boolean perhaps = site.vague() || low + bare(site) >= count.shareAtLeast();
            certain += meet && enough ? 1 : 0;
            possible += may && perhaps ? 1 : 0;
        }
        return Looked.whole(
                municipality, Observed.between(certain, possible, Reasons.SITE_FACTS_MISSING), null, List.of());
    }

    /** Dekar of each zone on some sites; where one of them is only schematic, nobody can tell. */
    Answers onSites(PlanRule rule, List<CheckedZone> zones, Collection<CheckedSite> sites, Bounds bound) {
        var nos = Situation.nos(zones);
        String taken = ZoneQuestions.taken(rule.id());
        String unknown = ZoneQuestions.unknown(rule.id());
        ground.cross(
                taken,
                ownKind,
                nos,
                SITE,
                sites.stream()
                        .filter(site -> !site.vague())
                        .map(CheckedSite::no)
                        .toList());
        ground.cross(
                unknown,
                ownKind,
                nos,
                SITE,
                sites.stream().filter(CheckedSite::vague).map(CheckedSite::no).toList());
        var found = ground.areas(taken);
        var perhaps = ground.areas(unknown);
        return Answers.of(
                zones.stream()
                        .map(zone -> {
                            double low = found.getOrDefault(zone.no(), 0.0) / PlanJudge.DAA;
                            double more = perhaps.getOrDefault(zone.no(), 0.0) / PlanJudge.DAA;
                            return Looked.zone(
                                    zone,
                                    Observed.between(low, low + more, Reasons.VAGUE_SITE),
                                    new Piece(taken, zone.no()),
                                    new Piece(unknown, zone.no()),
                                    List.of());
                        })
                        .toList(),
                bound,
                List.of());
    }
}
