"""A table of postcodes is loaded when every line is right, and not at all otherwise."""

import pytest

from signalering.accounts import postcodes
from signalering.accounts.models import Area, PostcodeArea
from tests.accounts import factories as people
from tests.commands import refused, run

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def table(tmp_path):
    """Write a file for load_postcodes; its path."""

    def write(text):
        path = tmp_path / "postcodes.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def placed():
    """The postcodes as they lie now."""
    return {row.pc6: row.area.name for row in PostcodeArea.objects.select_related("area")}


def test_postcodes_are_loaded_by_code_and_by_name(table):
    said = run(
        "load_postcodes", table("pc6,wijk\n3117 bx,WK060601\n3118AB,Wijk 04 Zuid\n3119AB,Spaland en Sveaparken\n")
    )
    assert said.startswith("Postcodes: 3 toegevoegd, 0 gewijzigd, 0 ")
    assert placed() == {"3117BX": "Oost", "3118AB": "Zuid", "3119AB": "Spaland/Sveaparken"}
    assert set(PostcodeArea.objects.values_list("source", flat=True)) == {"table"}


def test_postcodes_of_a_house_table_lie_where_most_houses_are(table):
    lines = ["PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024"]
    lines += [f"3117BX;{number};6060100;60601;606" for number in (1, 2)]
    lines += ["3117BX;3;6060400;60604;606", "1011AB;1;3630400;36304;363", ""]
    said = run("load_postcodes", table("\ufeff" + "\r\n".join(lines)))
    assert placed() == {"3117BX": "Oost"}
    assert "andere gemeenten, overgeslagen: 1." in said
    assert "meer dan één wijk: 1." in said


def test_loading_postcodes_again_changes_nothing_and_a_new_table_overrules_an_older(table):
    oost, zuid = (Area.objects.get(statcode=f"WK06060{number}") for number in (1, 4))
    PostcodeArea(pc6="3118AB", area=oost, source="table").save_as(people.BY, "loaded")
    file = table("pc6,wijk\n3117BX,Oost\n3118AB,Zuid\n")
    assert run("load_postcodes", file).startswith("Postcodes: 1 toegevoegd, 1 gewijzigd, 0 ")
    history = PostcodeArea.history.count()
    assert run("load_postcodes", file).startswith("Postcodes: 0 toegevoegd, 0 gewijzigd, 2 ")
    assert PostcodeArea.history.count() == history == 3
    row = PostcodeArea.objects.get(pc6="3118AB")
    assert (row.area, row.source) == (zuid, "table")


def test_a_file_goes_before_what_workers_chose_and_keeps_it_from_them(table):
    oost, zuid = (Area.objects.get(statcode=f"WK06060{number}") for number in (1, 4))
    worker = people.wot_worker()
    for code in ("3117BX", "3118AB"):
        postcodes.learn(code, oost, by=worker)
    assert run("load_postcodes", table("pc6,wijk\n3117BX,Oost\n3118AB,Zuid\n")).startswith(
        "Postcodes: 0 toegevoegd, 2 "
    )
    for code in ("3117BX", "3118AB"):
        postcodes.learn(code, Area.objects.get(statcode="WK060603"), by=worker)
    assert set(PostcodeArea.objects.values_list("pc6", "area", "source")) == {
        ("3117BX", oost.pk, "table"),
        ("3118AB", zuid.pk, "table"),
    }


@pytest.mark.parametrize("text", ["", "3117", "0117BX", "vernietigd"])
def test_nothing_is_learned_of_what_is_no_postcode(text):
    postcodes.learn(text, Area.objects.first(), by=people.BY)
    assert not PostcodeArea.objects.exists()


def test_one_wrong_line_and_nothing_is_loaded(table):
    wrong = ["0117AB,Oost", "3117SS,Oost", "3117SA,Oost", "3117,Oost", "3117AD", ",Oost", "3119AA,", "3120AA,Narnia"]
    wrong += ["3117BX,Zuid", "3121AB,WK060699", "3122AB,Centrum", "\u0663117AB,Oost"]
    said = refused("load_postcodes", table("\n".join(["pc6,wijk", "3117BX,Oost", *wrong])))
    assert said.splitlines() == [
        "Er is niets geladen.",
        "Regel 3: '0117AB' is geen postcode.",
        "Regel 4: '3117SS' is geen postcode.",
        "Regel 5: '3117SA' is geen postcode.",
        "Regel 6: '3117' is geen postcode.",
        "Regel 7: deze regel heeft te weinig kolommen.",
        "Regel 8: de postcode ontbreekt.",
        "Regel 9: de wijk ontbreekt.",
        "Regel 10: de wijk 'Narnia' is niet bekend.",
        "Regel 11: de postcode 3117BX staat op regel 2 in een andere wijk.",
        "Regel 12: de wijkcode WK060699 is niet bekend.",
        "Regel 13: 'Centrum' ligt in meer gemeenten: gebruik de code WK059901 of WK060600, of --municipality.",
        "Regel 14: '\u0663117AB' is geen postcode.",
    ]
    assert not PostcodeArea.objects.exists()


def test_a_name_is_looked_up_in_the_municipality_that_was_named(table):
    run("load_postcodes", table("pc6,wijk\n3117BX,Centrum\n"), municipality="schiedam")
    assert PostcodeArea.objects.get().area.statcode == "WK060600"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "er is geen kolom 'pc6'"),
        ("postcode,wijk\n3117BX,Oost\n", "er is geen kolom 'pc6'"),
        ("pc6,buurt\n3117BX,Oost\n", "er is geen kolom 'wijk'"),
        (bytes(range(256)) * 20, "er is geen kolom 'pc6'"),
        (b"pc6,wijk\n3117BX,O\xffst\n", "Regel 2: de wijk 'O\ufffdst' is niet bekend"),
        (b"pc6,wijk\n3117BX,O\x00st\n", "Regel 2: de wijk 'O?st' is niet bekend"),
        ("pc6,wijk\n" + "x,Oost\n" * 30, "En nog 10 regels."),
        ('pc6,wijk\n3117BX,"' + "x" * 140_000, "deze regel is niet te lezen"),
    ],
)
def test_a_strange_file_is_refused_with_a_sentence(table, content, sentence):
    assert sentence in refused("load_postcodes", table(content))


def test_a_file_or_municipality_that_is_not_there_is_named(table, tmp_path):
    assert refused("load_postcodes", "/nergens/x.csv").startswith("Het bestand /nergens/x.csv is niet te openen")
    assert refused("load_postcodes", str(tmp_path)).startswith("Het bestand ")
    assert "'Delft'" in refused("load_postcodes", table("pc6,wijk\n"), municipality="Delft")
