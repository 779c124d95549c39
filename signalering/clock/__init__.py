"""The clock: what must happen is a row with a due time, done once by whoever holds its lease."""
