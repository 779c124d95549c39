"""How the tests are divided between workers: one by one, but what shares something costly stays together."""

from xdist.scheduler import LoadScopeScheduling

WALK = "the-walk"  # stands in the name of every test that reads the one walk of everybody


class Sharing(LoadScopeScheduling):
    """A file of the browser shares a neighbourhood, the readers of the walk share the walk."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        if file.startswith("tests/browser/"):
            return file
        return WALK if nodeid.endswith(f"{WALK}]") else nodeid
