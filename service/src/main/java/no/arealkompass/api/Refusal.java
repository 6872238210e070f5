package no.arealkompass.api;

/** A request that cannot be answered as it stands: what is wrong, and what would be right. */
class Refusal extends RuntimeException {
    private final int status;
    private final transient Said what;
    private final transient Said remedy;

    Refusal(int status, Said what, Said remedy) {
        super(what.en());
        this.status = status;
        this.what = what;
        this.remedy = remedy;
    }

    int status() {
        return status;
    }

    Said what() {
        return what;
    }

    Said remedy() {
        return remedy;
    }
}
