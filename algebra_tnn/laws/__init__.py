"""Models as data: the expression language of laws, its tracer, its printer and its interpreters."""
