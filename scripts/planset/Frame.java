import java.util.Random;

/** The ground of one municipal plan: sixty small places and above them four big ones, none of which touch. */
final class Frame {
    static final double WIDTH = 7200;
    static final double HEIGHT = 6400;
    final Rect outline;
    final Random random;

    Frame(Random random, double centreX, double centreY) {
        this.random = random;
        outline = Rect.at(
                centreX - WIDTH / 2 + random.nextInt(-300, 301),
                centreY - HEIGHT / 2 + random.nextInt(-300, 301),
                WIDTH,
                HEIGHT);
    }

    /** A rectangle somewhere in a small place; column 0–9, row 0–5. */
    Rect small(int column, int row, double width, double height) {
        return in(outline.part(100 + column * 700, 100 + row * 600, 700, 600), width, height);
    }

    /** A rectangle somewhere in a big place, 0–3. */
    Rect big(int place, double width, double height) {
        return in(outline.part(100 + place * 1750, 3800, 1750, 2500), width, height);
    }

    private Rect in(Rect place, double width, double height) {
        double roomX = place.width() - 100 - width;
        double roomY = place.height() - 100 - height;
        return place.part(50 + random.nextInt((int) roomX + 1), 50 + random.nextInt((int) roomY + 1), width, height);
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }
}
