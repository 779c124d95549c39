"""How the tests are divided between workers: one by one, but what shares something costly stays together."""

from zlib import crc32

from xdist.scheduler import LoadScopeScheduling

WALK = "the-walk"  # stands in the name of every test that reads the one walk of everybody


class Sharing(LoadScopeScheduling):
    """A file of the browser shares a neighbourhood, the readers of the walk share the walk."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        if file.endswith("test_every_page.py"):
            return f"{file} {crc32(nodeid.encode()) % 2}"  # so much that two share it, each in its own neighbourhood
        if file.startswith("tests/browser/"):
            return file
        return WALK if nodeid.endswith(f"{WALK}]") else nodeid
