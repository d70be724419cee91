"""Rules that clingo grounds without end; what bears on no finding would be left out."""

ENDLESS = (
    "langkah_ke(0).\nlangkah_ke(X + 1) :- langkah_ke(X).\nunit(X, dinas) :- langkah_ke(X), X < 0.\n"
)
