package no.arealkompass.plan;

/** There is no such plan or version that the caller may see. */
public final class NoSuchPlan extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchPlan(String what) {
        super("No " + what);
    }
}
