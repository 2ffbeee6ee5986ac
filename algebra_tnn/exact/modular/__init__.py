"""Dense linear algebra modulo a prime in doubles: ranks with a minor, row spaces, inverses."""
