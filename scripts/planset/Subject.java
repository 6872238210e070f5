import java.util.List;

/** Plans from the one that yields to the one that wins. */
record Subject(String id, String nr, boolean region, boolean municipalPlan, List<Plan> plans, List<String> missing) {}
