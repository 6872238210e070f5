/** A mapped piece of ground in a layer. */
record Theme(String dataset, String type, Ground ground) {}
