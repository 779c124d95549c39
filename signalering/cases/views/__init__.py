"""What the pages of signals and cases do: one request, one reply."""
