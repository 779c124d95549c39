// HPKE of RFC 9180 in base mode, single shot: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-GCM.
import { joined, utf8 } from "./bytes.js";

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const NOTHING = new Uint8Array();
const VERSION = utf8("HPKE-v1");
const KEM = joined(utf8("KEM"), [0, 16]);
const HASH = 32;

async function hmac(key, data) {
  // a key of no bytes is refused; as many zeros as the hash is long mean the same
  const raw = key.length ? key : new Uint8Array(HASH);
  const imported = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, data));
}

const extract = (suite, salt, label, secret) => hmac(salt, joined(VERSION, suite, utf8(label), secret));
const expand = async (suite, key, label, info, length) =>
  (await hmac(key, joined([0, length], VERSION, suite, utf8(label), info, [1]))).slice(0, length);

// A secret that the holder of the public key can work out again from the 65 bytes `sent`.
async function encapsulate(publicKey, pair) {
  const theirs = await crypto.subtle.importKey("raw", publicKey, CURVE, false, []);
  const sent = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const bits = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
  const key = await extract(KEM, NOTHING, "eae_prk", new Uint8Array(bits));
  return [sent, await expand(KEM, key, "shared_secret", joined(sent, publicKey), HASH)];
}

// The sealed box: 65 bytes of the key pair made for it, then the ciphertext with its tag. `pair` (a fixed pair of
// keys), `aad` and `keyLength` (16 for AES-128) are there for the test vectors of the RFC.
export async function seal(publicKey, info, plain, { pair, aad = NOTHING, keyLength = 32 } = {}) {
  const own = pair ?? (await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]));
  const suite = joined(utf8("HPKE"), [0, 16, 0, 1, 0, keyLength === 32 ? 2 : 1]);
  const [sent, shared] = await encapsulate(publicKey, own);
  const about = joined(
    [0],
    await extract(suite, NOTHING, "psk_id_hash", NOTHING),
    await extract(suite, NOTHING, "info_hash", info),
  );
  const secret = await extract(suite, shared, "secret", NOTHING);
  const raw = await expand(suite, secret, "key", about, keyLength);
  const iv = await expand(suite, secret, "base_nonce", about, 12);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: aad }, key, plain);
  return joined(sent, new Uint8Array(box));
}
