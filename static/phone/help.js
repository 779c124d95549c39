// Writing that protects people: on the phone itself, nothing is sent anywhere to find it.
import { data } from "./page.js";

const MAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const LETTER = "\\p{L}\\p{N}";

// The numbers in a text: [, , telephone number, nine digits]. The pattern comes with the page, and is that of the server.
const numbers = (words) => [...words.normalize("NFKC").matchAll(new RegExp(data.digits, "g"))];

// The test of a citizen number: nine weights, and the sum is a multiple of eleven.
function passes(digits) {
  const sum = [...digits].reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

export const hasBsn = (words) => numbers(words).some(([, , , nine]) => nine && passes(nine.replace(/\D/g, "")));

// Words of diagnosis or judgement: the list comes with the page.
const judging = () => new RegExp(`(?<![${LETTER}])(${data.judging})(?![${LETTER}])`, "iu");

// The name of what may better be left out, and the words it is about; null when there is nothing to say.
export function advice(words) {
  if (numbers(words).some(([, , telephone]) => telephone)) return ["help-phone"];
  if (MAIL.test(words)) return ["help-mail"];
  const found = judging().exec(words);
  return found ? ["help-judging", found[1]] : null;
}
