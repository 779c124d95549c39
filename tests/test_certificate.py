"""`make run HTTPS=1`: a certificate that a browser accepts once its authority is trusted, for this address alone."""

import ssl

import pytest

from scripts.certificate import make

HOSTS = ("localhost", "127.0.0.1", "192.168.1.20")


@pytest.fixture
def folder(tmp_path):
    make(tmp_path / "https", HOSTS)
    return tmp_path / "https"


def shake_hands(folder, host):
    """What a browser that trusts the authority says to the server of this folder, without a network."""
    server, client = (
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
        ssl.create_default_context(cafile=folder / "authority.crt"),
    )
    server.load_cert_chain(folder / "server.crt", folder / "server.key")
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        client.wrap_bio(there, back, server_hostname=host),
        server.wrap_bio(back, there, server_side=True),
    ]
    for turn in range(6):
        try:
            ends[turn % 2].do_handshake()
        except ssl.SSLWantReadError:
            continue
    return ends[0].getpeercert()


@pytest.mark.parametrize("host", HOSTS)
def test_a_browser_accepts_it(folder, host):
    assert shake_hands(folder, host)["subject"]


def test_another_address_is_refused(folder):
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(folder, "192.168.1.21")


def test_only_its_owner_can_read_it(folder):
    assert oct(folder.stat().st_mode)[-3:] == "700"
    assert {oct(path.stat().st_mode)[-3:] for path in folder.iterdir()} == {"600"}


def test_it_stays_until_the_address_changes(folder):
    def now():
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    before = now()
    make(folder, HOSTS)
    assert now() == before
    make(folder, ("localhost", "10.0.0.7"))
    after = now()
    assert {name for name in before if before[name] != after[name]} == {"server.crt", "server.key"}
    assert shake_hands(folder, "10.0.0.7")["subject"]
