/* The search page. Pagefind looks through an index of this site in the reader's own browser: what is
   typed is sent nowhere. The query and the filters stand in the address, so a search can be sent on. */

const FILTERS = { kind: "Mọi loại trang", year: "Mọi năm", unit: "Mọi đơn vị" };
const AT_ONCE = 10;
const PAUSE = 250; // milliseconds without a key before a search begins
const UNSEEN = "⁂"; // parts the text of a page from words that only help to find it

const form = document.querySelector(".search-page");
const input = form.elements.q;
const filters = form.querySelector(".search-filters");
const status = document.querySelector(".search-status");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");

let engine; // a promise of Pagefind, asked for at the first search
let current = 0; // the number of the latest search: answers to earlier ones are dropped
let found = [];
let timer;

function load() {
  engine ??= import(new URL(`${form.dataset.bundle}pagefind.js`, location.href).href).then(
    async (pagefind) => {
      await pagefind.options({ baseUrl: form.dataset.base, excerptLength: 28 });
      await pagefind.filters(); // only then does a search say how many it leaves of each
      return pagefind;
    },
  );
  return engine;
}

function chosen() {
  const entries = Object.keys(FILTERS).map((name) => [name, form.elements[name].value]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

function address() {
  const query = new URLSearchParams();
  if (input.value.trim()) query.set("q", input.value.trim());
  for (const [name, value] of Object.entries(chosen())) query.set(name, value);
  return query.size ? `?${query}` : location.pathname;
}

/* Only text and marks of what Pagefind returns are taken over. */
function excerpt(markup) {
  const parsed = new DOMParser().parseFromString(markup, "text/html");
  const parts = [...parsed.body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
  const paragraph = document.createElement("p");
  paragraph.append(...parts);
  return paragraph;
}

/* The words around what was found; the summary where those are the title once more, or unseen. */
function telling(data) {
  const unseen = data.content.indexOf(UNSEEN);
  const place = data.content.indexOf(data.plain_excerpt.slice(0, 40));
  const hidden = data.plain_excerpt.includes(UNSEEN) || (unseen >= 0 && place > unseen);
  if (hidden || (place >= 0 && place < data.meta.title.length)) {
    const paragraph = document.createElement("p");
    paragraph.textContent = data.meta.summary;
    return paragraph;
  }
  return excerpt(data.excerpt);
}

function entry(data) {
  const item = document.createElement("li");
  const about = document.createElement("p");
  about.className = "entry-date";
  const kind = document.createElement("span");
  kind.className = "kind";
  kind.textContent = data.meta.kind;
  about.append(kind, data.meta.date ? ` ${data.meta.date}` : "");
  const heading = document.createElement("h2");
  heading.className = "entry-title";
  const link = document.createElement("a");
  link.href = data.url;
  link.textContent = data.meta.title;
  heading.append(link);
  item.append(about, heading, telling(data));
  return item;
}

async function show(number, start) {
  const data = await Promise.all(
    found.slice(start, start + AT_ONCE).map((result) => result.data()),
  );
  if (number !== current) return;
  const items = data.map(entry);
  list.append(...items);
  list.hidden = list.children.length === 0;
  more.hidden = list.children.length >= found.length;
  if (start) items[0]?.querySelector("a").focus();
}

/* Offer the values that would leave a result, with how many. */
function offer(counts) {
  for (const [name, all] of Object.entries(FILTERS)) {
    const select = form.elements[name];
    const value = select.value;
    const options = Object.entries(counts[name] ?? {}).filter(
      ([label, count]) => count || label === value,
    );
    options.sort(([a], [b]) => (name === "year" ? b - a : a.localeCompare(b, "vi")));
    select.replaceChildren(
      new Option(all, ""),
      ...options.map(([label, count]) => new Option(`${label} (${count})`, label)),
    );
    select.value = value;
  }
  filters.hidden = false;
}

function say(query, count, exact) {
  const number = new Intl.NumberFormat("vi").format(count);
  if (!count) {
    status.textContent = `Không có kết quả nào cho “${query}”. Thử từ khác, ít từ hơn hoặc bỏ bớt điều kiện lọc.`;
  } else if (exact) {
    status.textContent = `Có ${number} kết quả cho “${query}”.`;
  } else {
    status.textContent = `Không có kết quả đúng dấu “${query}”; có ${number} kết quả gần giống.`;
  }
}

/* One way to place the tone mark: hoà is looked for as hòa. The index has both. */
function tidy(query) {
  return query
    .normalize("NFD")
    .replace(
      /(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu,
      "$1$3$2",
    )
    .normalize("NFC");
}

/* Whoever types marks means them; only where nothing is found so are they passed over. */
async function ask(pagefind, query) {
  const marked = /[^\x00-\x7f]/.test(query);
  await pagefind.options({ exactDiacritics: marked });
  const answer = await pagefind.search(query, { filters: chosen() });
  if (answer.results.length || !marked) return [answer, true];
  await pagefind.options({ exactDiacritics: false });
  return [await pagefind.search(query, { filters: chosen() }), false];
}

async function search() {
  clearTimeout(timer);
  current += 1;
  const number = current;
  const query = input.value.trim();
  document.title = document.title.replace(/^.*?Tìm kiếm/, query ? `${query} – Tìm kiếm` : "Tìm kiếm");
  if (!query) {
    list.replaceChildren();
    list.hidden = more.hidden = filters.hidden = true;
    status.textContent = "";
    return;
  }
  if (!list.children.length) status.textContent = "Đang tìm…";
  try {
    const pagefind = await load();
    const [answer, exact] = await ask(pagefind, tidy(query));
    if (number !== current) return;
    found = answer.results;
    list.replaceChildren();
    offer(answer.filters);
    say(query, found.length, exact);
    await show(number, 0);
  } catch (error) {
    engine = undefined;
    status.textContent =
      "Chưa tải được chỉ mục tìm kiếm. Hãy kiểm tra kết nối mạng rồi thử lại, hoặc dùng các danh mục dưới đây.";
    console.error(error);
  }
}

/* Take the query and the filters from the address. */
function restore() {
  const query = new URLSearchParams(location.search);
  input.value = query.get("q") ?? "";
  for (const name of Object.keys(FILTERS)) {
    const value = query.get(name) ?? "";
    form.elements[name].replaceChildren(new Option(FILTERS[name], ""), new Option(value, value));
    form.elements[name].value = value;
  }
  return search();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address());
  search();
});
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    history.replaceState(null, "", address());
    search();
  }, PAUSE);
});
filters.addEventListener("change", () => {
  history.pushState(null, "", address());
  search();
});
more.querySelector("button").addEventListener("click", () => show(current, list.children.length));
addEventListener("popstate", restore);
document.querySelector(".search-off").hidden = true;
restore();
if (!input.value) input.focus({ preventScroll: true });
