// Narrow a list that is already on the page, by what stands in the first link of each row. Nothing is sent or kept.
const box = document.querySelector("[data-filter]");
const input = box.querySelector("input");
const live = document.getElementById("live");
const lists = [...document.querySelectorAll("[data-filtered]")];
const none = document.querySelector("[data-filter-none]");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let later;

const narrow = () => {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const list of lists) {
    let here = 0;
    for (const row of list.children) {
      const text = plain(row.querySelector("a").textContent);
      row.hidden = !words.every((word) => text.includes(word));
      here += !row.hidden;
    }
    list.hidden = list.previousElementSibling.hidden = !here;
    found += here;
  }
  none.hidden = found > 0;
  clearTimeout(later);
  // said once somebody stops typing, not at each letter
  later = setTimeout(() => {
    const words = found === 1 ? box.dataset.one : box.dataset.more.replace("{n}", found);
    live.textContent = input.value && found ? words : found ? "" : none.textContent;
  }, 600);
};

input.addEventListener("input", narrow);
box.hidden = false;
if (input.value) narrow(); // the browser filled it in again
