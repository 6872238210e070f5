package no.arealkompass.api;

import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. Bounded before anything is read. */
record Page(int limit, int offset) {
    static final int MOST = 10_000;

    static Page of(@Nullable Integer limit, @Nullable Integer offset, int usual) {
        int l = limit == null ? usual : limit;
        int o = offset == null ? 0 : offset;
        if (l < 1 || l > MOST) {
            throw new Refusal(
                    400,
                    new Said("«limit» er " + l + ".", "'limit' is " + l + "."),
                    new Said(
                            "Velg et heltall fra 1 til " + MOST + ".",
                            "Choose a whole number from 1 to " + MOST + "."));
        }
        if (o < 0) {
            throw new Refusal(
                    400,
                    new Said("«offset» er " + o + ".", "'offset' is " + o + "."),
                    new Said("Velg 0 eller mer.", "Choose 0 or more."));
        }
        return new Page(l, o);
    }
}
