package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.plancheck.AreaAccountCodes.Theme;
import no.arealkompass.plancheck.AreaAccountRepository.Layer;
import no.arealkompass.plancheck.AreaAccountRepository.Ranked;
import no.arealkompass.plancheck.AreaAccountRepository.Staged;
import no.arealkompass.plancheck.AreaAccountTables.Measured;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** Sets zones against each theme and makes the tables; knows neither plans nor who asks. Inside a transaction. */
final class AreaAccountMaker {
    static final String OTHER = "other";
    static final String NONE = "none";
    static final String NOT_COVERED = "notCovered";

    private final AreaAccountCodes codes;
    private final AreaAccountRepository repository;
    private final int storage;

    /** @param storage EPSG code of the storage CRS */
    AreaAccountMaker(AreaAccountCodes codes, AreaAccountRepository repository, int storage) {
        this.codes = codes;
        this.repository = repository;
        this.storage = storage;
    }

    /** What {@link AreaAccount} has of the same names. */
    record Made(List<AreaAccount.Group> groups, List<AreaAccount.Theme> themes, List<AreaAccount.Scope> scopes) {}

    /**
     * @param borders dataset_version.id of the municipalities; null when there are none
     * @param data the versions to read, by dataset; those without one are covered by nothing
     * @param compared whether any plan has an earlier version
     */
    Made make(List<Staged> zones, @Nullable Long borders, Map<String, AreaAccount.Data> data, boolean compared) {
        var layers = borders == null
                ? List.<Integer>of()
                : repository.layers(borders).stream().map(Layer::id).toList();
        repository.stage(zones, layers, storage);
        var measured = codes.themes().stream()
                .map(theme -> measured(theme, data.get(theme.dataset())))
                .toList();
        var tables = new AreaAccountTables(codes, measured, repository.unions(storage), compared);
        return new Made(
                tables.groups().stream()
                        .map(g -> new AreaAccount.Group(g.id(), g.name(), g.business(), g.development()))
                        .toList(),
                measured.stream().map(Measured::theme).toList(),
                tables.scopes());
    }

    private Measured measured(Theme theme, AreaAccount.@Nullable Data data) {
        List<Ranked> ranked = new ArrayList<>();
        boolean other = data != null && rank(theme, data.versionId(), ranked);
        List<AreaAccount.Column> columns = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < theme.classes().size(); i++) {
            var type = theme.classes().get(i);
            columns.add(new AreaAccount.Column(type.id(), type.name()));
            ranks.add(i + 1);
        }
        if (other) {
            columns.add(new AreaAccount.Column(OTHER, new Text("Annen klasse", "Other class")));
            ranks.add(theme.classes().size() + 1);
        }
        if (!theme.complete()) {
            columns.add(new AreaAccount.Column(NONE, new Text("Ingenting registrert", "Nothing recorded")));
            ranks.add(0);
        }
        columns.add(new AreaAccount.Column(NOT_COVERED, new Text("Ikke dekket av data", "Not covered by data")));
        ranks.add(-1);
        var cells = repository.cells(ranked, data == null ? null : data.versionId(), theme.complete());
        return new Measured(
                new AreaAccount.Theme(theme.id(), theme.name(), theme.dataset(), theme.complete(), data, columns),
                ranks,
                cells);
    }

    /** Fills in the layers with their places; answers whether any class stands in no place of the theme. */
    private boolean rank(Theme theme, long version, List<Ranked> ranked) {
        boolean unnamed = false;
        for (Layer layer : repository.layers(version)) {
            int rank = theme.classes().size() + 1;
            for (int i = theme.classes().size() - 1; i >= 0; i--) {
                var values = theme.classes().get(i).values();
                if (values.isEmpty() || values.contains(layer.type())) {
                    rank = i + 1;
                }
            }
            unnamed |= rank > theme.classes().size();
            ranked.add(new Ranked(layer.id(), rank));
        }
        return unnamed;
    }
}
