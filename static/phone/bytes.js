// Bytes and what they are made of.

export const utf8 = (words) => new TextEncoder().encode(words);
export const plainText = (bytes) => new TextDecoder().decode(bytes);
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));
export const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
