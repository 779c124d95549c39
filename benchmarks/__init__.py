"""How fast the project is beside the same work without permissions, and beside a plain app."""
