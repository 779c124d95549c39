// Writing that protects people: on the phone itself, nothing is sent anywhere to find it.
import { data } from "./page.js";

const NUMBERS = /(?<!\d)(?:\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})(?!\d)/g;
const PHONE = /(?<!\d)(?:\+31|0031|0)[ .()-]{0,3}(?:\d[ .-]?){8}\d(?!\d)/;
const MAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const LETTER = "\\p{L}\\p{N}";

// The test of a citizen number: nine weights, and the sum is a multiple of eleven.
function passes(digits) {
  const sum = [...digits].reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

export const hasBsn = (words) =>
  (words.normalize("NFKC").match(NUMBERS) ?? []).some((found) => passes(found.replace(/\D/g, "")));

// Words of diagnosis or judgement: the list comes with the page.
const judging = () => new RegExp(`(?<![${LETTER}])(${data.judging})(?![${LETTER}])`, "iu");

// The name of what may better be left out, and the words it is about; null when there is nothing to say.
export function advice(words) {
  if (PHONE.test(words)) return ["help-phone"];
  if (MAIL.test(words)) return ["help-mail"];
  const found = judging().exec(words);
  return found ? ["help-judging", found[1]] : null;
}
