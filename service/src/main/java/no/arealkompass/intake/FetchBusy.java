package no.arealkompass.intake;

/** The dataset is being fetched already. */
public final class FetchBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchBusy(String dataset) {
        super(dataset + " is being fetched already");
    }
}
