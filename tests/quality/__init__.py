"""What hunts must find, unaided."""
