"""Small precise tests; the folders mirror the package."""
