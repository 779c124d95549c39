"""Sets up a copy of the project, runs it and checks it, with nothing but Python."""
