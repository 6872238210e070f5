package no.arealkompass.api;

/** A query parameter that cannot be used: what is wrong, and what would be right. */
class BadParameter extends RuntimeException {
    private final transient Said what;
    private final transient Said remedy;

    BadParameter(Said what, Said remedy) {
        super(what.en());
        this.what = what;
        this.remedy = remedy;
    }

    Said what() {
        return what;
    }

    Said remedy() {
        return remedy;
    }
}
