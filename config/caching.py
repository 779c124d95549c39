"""Keys of the cache name people; only their digest is kept."""

import hashlib


def hashed_key(key, prefix, version):
    """The cache key of something, without what it names."""
    return hashlib.sha256(f"{prefix}:{version}:{key}".encode()).hexdigest()
