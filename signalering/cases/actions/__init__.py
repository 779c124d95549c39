"""What people do with signals and cases: one verb a function, whole or nothing."""
