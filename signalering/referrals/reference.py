"""The programmes of the sociale kaart, and which organisations share under which agreement."""

from signalering.accounts.models import Organisation, Team
from signalering.referrals.models import AgreementRow, Programme

COLUMNS = ("target", "goal", "before", "rubric", "note", "source_note")


def load(loader, directory):
    """Load what belongs to referrals; organisations and teams must stand already."""
    organisations = {organisation.name: organisation for organisation in Organisation.objects.all()}
    teams = {team.name: team for team in Team.objects.all()}
    for row in directory["teams"]:
        for name in row.get("organisations", []):
            key = {"team": teams[row["name"]], "organisation": organisations[name]}
            loader.row(AgreementRow, key, note=row.get("source_note", ""))
    for row in directory["programmes"]:
        loader.row(
            Programme,
            {"name": row["name"]},
            provider=organisations[row["provider"]] if row["provider"] else None,
            receiving_team=teams[row["receiving_team"]] if row["receiving_team"] else None,
            themes=themes_of_signals(row["themes"], directory["theme_matches"]),
            requires=row.get("requires", {}),
            many={"partners": [organisations[name] for name in row.get("partners", [])]},
            **{column: row.get(column) or "" for column in COLUMNS},
        )


def themes_of_signals(themes, matches):
    """The themes a signal can have; what only a programme is about counts as the theme it matches."""
    return list(dict.fromkeys(matches.get(theme, theme) for theme in themes))
