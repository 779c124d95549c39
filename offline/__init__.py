"""N sealed signals over a bad network: a Python phone, a network that loses replies, and one table."""
