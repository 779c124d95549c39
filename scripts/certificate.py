"""A certificate of our own for `make run HTTPS=1`: a phone only works offline over https.

A small authority signs it: a phone that trusts that authority can try everything here. Its key never leaves this
folder. Runs in the project's own Python: `python -m scripts.certificate FOLDER ADDRESS ...`.
"""

import datetime
import ipaddress
import os
import socket
import sys
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

AUTHORITY, CERTIFICATE = "authority", "server"
TEN_YEARS, YEAR, MONTH = (datetime.timedelta(days=days) for days in (3650, 390, 30))  # phones refuse longer ones
NEVER = (
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "encipher_only",
    "decipher_only",
)


def make(folder, hosts):
    """Puts a certificate for these hosts in the folder, unless one that lasts is there."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    names = x509.SubjectAlternativeName([name_of(host) for host in hosts])
    authority, there = read(folder, AUTHORITY), read(folder, CERTIFICATE)
    if authority and there and there.extensions.get_extension_for_class(type(names)).value == names:
        return
    if authority is None:
        authority = write(folder, AUTHORITY, f"Signalering op {socket.gethostname()}", None, TEN_YEARS)
    write(folder, CERTIFICATE, "Signalering", authority, YEAR, names)


def name_of(host):
    """A host as a certificate names it."""
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def read(folder, name):
    """The certificate with this name, when it lasts for some time and its key is there."""
    path = folder / f"{name}.crt"
    if not path.exists() or not path.with_suffix(".key").exists():
        return None
    found = x509.load_pem_x509_certificate(path.read_bytes())
    return found if found.not_valid_after_utc > datetime.datetime.now(datetime.UTC) + MONTH else None


def write(folder, name, called, authority, lasts, names=None):
    """A new key with a certificate of the authority; without an authority it is one itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, called[:64])])
    is_authority = authority is None
    usage = {"digital_signature": not is_authority, "key_cert_sign": is_authority, "crl_sign": is_authority}
    builder = x509.CertificateBuilder(
        issuer_name=subject if is_authority else authority.subject,
        subject_name=subject,
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - datetime.timedelta(days=1),
        not_valid_after=now + lasts,
    )
    builder = builder.add_extension(x509.BasicConstraints(is_authority, 0 if is_authority else None), critical=True)
    builder = builder.add_extension(x509.KeyUsage(**usage, **dict.fromkeys(NEVER, False)), critical=True)
    if names:
        server = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.SERVER_AUTH])
        builder = builder.add_extension(server, critical=False).add_extension(names, critical=False)
    signer = key if is_authority else load_pem_private_key((folder / f"{AUTHORITY}.key").read_bytes(), None)
    certificate = builder.sign(signer, hashes.SHA256())
    put(folder / f"{name}.key", key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    put(folder / f"{name}.crt", certificate.public_bytes(Encoding.PEM))
    return certificate


def put(path, content):
    """Writes a file that only its owner can read."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2:])
