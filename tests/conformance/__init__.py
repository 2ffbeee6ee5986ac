"""Second readings of ``proofs/certificate-format.md``, written without the package and compared with it."""
