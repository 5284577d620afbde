"""Words on surfaces: characters in order, fonts that have them, shaped, broken into lines, fitted, as distances."""
