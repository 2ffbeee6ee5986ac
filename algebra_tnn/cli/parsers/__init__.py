"""What each command takes: its options, its help and one example, in groups of commands."""
