/** A point, in metres. */
record Vertex(double x, double y) {}
