package no.arealkompass.dataset;

/** The kind of shape every object of a dataset has, single or multiple. */
public enum GeometryKind {
    POINT,
    LINE,
    POLYGON
}
