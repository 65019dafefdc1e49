"""Training of the heads that `claims.language.encoder` runs. Has its own environment: see README.md beside this file."""
