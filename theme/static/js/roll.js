// Filters and sorts the honour roll in place, over data loaded when a reader begins to filter.
// Without it nothing is lost: the page's own lists lead everywhere. The state is the query string.

const KEYS = ["tim", "nam", "don-vi", "danh-hieu", "loai", "phong-trao", "doi-tuong"];
const KIND_SLUGS = ["tap-the", "ca-nhan", "ho-gia-dinh"];
const KIND_LABELS = ["Tập thể", "Cá nhân", "Hộ gia đình"];
const STEP = 30; // results shown at once
const FOLDED = 8; // longer lists of names are closed at first
const PAUSE = 250; // milliseconds after the last key

const form = document.getElementById("tim-bang-vang");
const field = document.getElementById("loc-tim");
const units = document.getElementById("loc-don-vi");
const more = form.querySelector("details");
const results = document.getElementById("ket-qua");
const heading = document.getElementById("ket-qua-ten");
const list = results.querySelector(".results-list");
const next = results.querySelector(".results-more");
const status = document.querySelector(".finder-status");
const contents = document.getElementById("muc-luc");
const collator = new Intl.Collator("vi");

// ---------------------------------------------------------------- words

// As plugins/vocabulary/fold.py does: "hoà" and "hòa" are one word, "Đông" and "Đồng" are two.
const TONE = /(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{N}_\u0300-\u036f])/gu;

function fold(text) {
  const letters = text.normalize("NFC").toLowerCase().replaceAll("ð", "đ").normalize("NFD");
  return letters.replace(TONE, "$1$3$2").normalize("NFC");
}

function bare(folded) {
  return folded.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");
}

function wordsOf(text) {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

// A query with marks means just these marks; one without any means all of them.
function readQuery(text) {
  const folded = fold(text);
  const strict = bare(folded) !== folded;
  return { words: wordsOf(folded), strict, open: !/\s$/.test(text) };
}

// How well a recipient fits: 0 by its whole name, 1 by whole words, 2 by beginnings or without
// marks; undefined if not at all. The last word of a query may still be in the making.
function fit(query, recipient) {
  recipient.exact ??= wordsOf(fold(`${recipient.name} ${recipient.place}`));
  recipient.bare ??= recipient.exact.map(bare);
  const own = query.strict ? recipient.exact : recipient.bare;
  const last = query.words.length - 1;
  const found = query.words.every((word, place) =>
    own.some((one) => one === word || (place === last && query.open && one.startsWith(word))),
  );
  if (!found) return undefined;
  if (query.words.join(" ") === wordsOf(fold(recipient.name)).join(" ")) return 0;
  return query.words.every((word) => recipient.exact.includes(word)) ? 1 : 2;
}

// ---------------------------------------------------------------- data

const loads = new Map();

// Load a file once; a failure is not kept, so that the next attempt asks again.
function load(address) {
  if (!loads.has(address)) {
    const loading = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${address}`);
      return answer.json();
    });
    loading.catch(() => loads.delete(address));
    loads.set(address, loading);
  }
  return loads.get(address);
}

let known; // the index, with its units by slug

async function loadIndex() {
  const index = await load(form.dataset.index);
  if (known) return known;
  const lines = new Map(index.units.map(([slug, , , above]) => [slug, above]));
  const lives = new Map(index.units.map(([slug, , , , since, until]) => [slug, [since, until]]));
  const paths = new Map(index.units.map(([slug, , path]) => [slug, path]));
  for (const [slug, label] of index.units) units.append(new Option(label, slug));
  known = { ...index, lines, lives, paths };
  return known;
}

const years = new Map();

async function loadYear([year, address]) {
  if (!years.has(year)) {
    const data = await load(address);
    years.set(year, data.honours.map((row) => readHonour(row, data)));
  }
  return years.get(year);
}

function readHonour(row, data) {
  const [title, titleName, family] = data.titles[row.title];
  const [article, articleTitle] = data.articles[row.article];
  return {
    ...row,
    title,
    titleName,
    family,
    article,
    articleTitle,
    issuer: data.issuers[row.issuer],
    campaigns: (row.campaigns ?? []).map((place) => data.campaigns[place]),
    kinds: row.kinds ?? [],
    recipients: (row.recipients ?? []).map(([name, kind, unit, position, place]) => ({
      name,
      kind,
      unit: data.units[unit],
      position: position ?? "",
      place: place ?? "",
    })),
  };
}

// ---------------------------------------------------------------- filter and sort

// The units that a choice stands for: the unit itself and, while it exists, all below it.
function readPlace(slug) {
  const below = [...known.lines].filter(([, above]) => above.includes(slug)).map(([unit]) => unit);
  const [since, until] = known.lives.get(slug) ?? [];
  return { slug, below: new Set(below), since: since ?? "", until: until ?? "9999" };
}

function isIn(place, unit, date) {
  if (unit === place.slug) return true;
  return place.below.has(unit) && place.since <= date && date <= place.until;
}

// Return an honour with those of its recipients that are meant, or undefined.
function pick(honour, wanted) {
  const { titleSlug, family, campaign, kind, place, query } = wanted;
  if (titleSlug && honour.title !== titleSlug) return undefined;
  if (family && honour.family !== family) return undefined;
  if (campaign && !honour.campaigns.some(([slug]) => slug === campaign)) return undefined;
  if (kind >= 0 && !honour.kinds.includes(kind)) return undefined;
  let shown = honour.recipients;
  if (kind >= 0) shown = shown.filter((one) => one.kind === kind);
  if (place) shown = shown.filter((one) => isIn(place, one.unit, honour.date));
  let score = 0;
  if (query.words.length) {
    const scores = shown.map((one) => fit(query, one));
    score = Math.min(...scores.filter((one) => one !== undefined));
    shown = shown.filter((_, number) => scores[number] !== undefined);
  }
  if (!shown.length && (place || query.words.length)) return undefined;
  return { honour, shown, score };
}

function firstName({ shown }) {
  return shown.map((one) => one.name).reduce((a, b) => (collator.compare(a, b) <= 0 ? a : b), "\uffff");
}

function sort(found, order) {
  const newest = (a, b) => (a.honour.date < b.honour.date ? 1 : a.honour.date > b.honour.date ? -1 : 0);
  if (order === "ten") {
    for (const one of found) one.key = firstName(one);
    found.sort((a, b) => collator.compare(a.key, b.key) || newest(a, b));
  } else if (order === "danh-hieu") {
    for (const one of found) one.key = `${one.honour.titleName} ${one.honour.name}`;
    found.sort((a, b) => collator.compare(a.key, b.key) || newest(a, b));
  } else if (order === "cu") {
    found.sort((a, b) => newest(b, a));
  } else if (order === "moi") {
    found.sort(newest);
  } else {
    found.sort((a, b) => a.score - b.score || newest(a, b));
  }
  return found;
}

async function find(state) {
  const index = await loadIndex();
  const asked = index.years.filter(([year]) => !state.nam || String(year) === state.nam);
  const lists = await Promise.all(asked.map(loadYear));
  const wanted = {
    titleSlug: state["danh-hieu"],
    family: state.loai,
    campaign: state["phong-trao"],
    kind: KIND_SLUGS.indexOf(state["doi-tuong"]),
    place: state["don-vi"] ? readPlace(state["don-vi"]) : undefined,
    query: readQuery(state.tim ?? ""),
  };
  const found = lists.flat().map((honour) => pick(honour, wanted)).filter(Boolean);
  return sort(found, state.xep);
}

// ---------------------------------------------------------------- what a reader sees

// All text goes in as text: nothing of the data can become markup.
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function link(path, ...children) {
  const element = make("a", "", ...children);
  element.href = known.prefix + path;
  return element;
}

function dateOf(iso) {
  const element = make("time", "", iso.split("-").reverse().join("/"));
  element.dateTime = iso;
  return element;
}

const counted = (recipients) =>
  KIND_LABELS.map((label, kind) => [recipients.filter((one) => one.kind === kind).length, label])
    .filter(([size]) => size)
    .map(([size, label]) => `${size.toLocaleString("vi")} ${label.toLowerCase()}`)
    .join(", ");

function unitText(recipient, text) {
  const path = known.paths.get(recipient.unit);
  return path ? link(path, text) : text;
}

function recipientParts(recipient) {
  const own = recipient.kind === 0;
  const parts = [make("span", "name", own ? unitText(recipient, recipient.name) : recipient.name)];
  if (recipient.position || recipient.place) {
    const position = recipient.position.charAt(0).toUpperCase() + recipient.position.slice(1);
    const post = make("span", "post", position);
    if (position && recipient.place) post.append(", ");
    if (recipient.place) post.append(unitText(recipient, recipient.place));
    parts.push(" ", post);
  }
  return parts;
}

function nameLists(shown) {
  if (shown.length === 1) return [make("p", "", ...recipientParts(shown[0]))];
  return KIND_LABELS.flatMap((label, kind) => {
    const those = shown.filter((one) => one.kind === kind);
    if (!those.length) return [];
    const size = make("span", "number", `(${those.length.toLocaleString("vi")})`);
    const items = those.map((one) => make("li", "", ...recipientParts(one)));
    return [
      make("p", "names-label", `${label} `, size),
      make("ol", those.length > 5 ? "names names-long" : "names", ...items),
    ];
  });
}

function namesOf({ honour, shown }) {
  const names = make("div", "honour-names");
  if (shown.length > FOLDED) {
    names.append(make("details", "", make("summary", "", counted(shown)), ...nameLists(shown)));
  } else if (shown.length) {
    names.append(...nameLists(shown));
  } else {
    const declared = honour.declared ? `${honour.declared}; bài` : "Bài";
    names.append(make("p", "", `${declared} không nêu danh sách.`));
  }
  const others = honour.recipients.filter((one) => !shown.includes(one));
  if (shown.length && others.length) {
    names.append(make("p", "aside", `Cùng đợt còn ${counted(others)} khác.`));
  }
  return names;
}

function item(result) {
  const { honour } = result;
  const title = make("h3", "honour-title", link(`${honour.article}#khen-thuong-${honour.number}`, honour.name));
  const basis = make("p", "basis");
  if (honour.issuer) basis.append(make("span", "", honour.issuer), " ");
  const words = honour.document ? honour.document + (honour.decided ? " ngày " : "") : "Bài đăng ngày ";
  const dated = honour.document && !honour.decided ? [] : [dateOf(honour.date)];
  if (honour.inferred) dated.push(" ", make("span", "aside", "(năm suy từ ngày đăng bài)"));
  const cited = [words, ...dated];
  basis.append(make("span", "", ...(honour.decision ? [link(honour.decision, ...cited)] : cited)));
  const campaign = honour.campaigns.length === 1 ? honour.campaigns[0] : undefined;
  const about = campaign ? link(campaign[2], campaign[1]) : link(honour.article, honour.articleTitle);
  const review = honour.reviewed ? "Đã rà soát." : "Trích tự động, chưa rà soát.";
  const names = namesOf(result);
  names.append(make("p", "flag", [review, ...(honour.notes ?? [])].join(" ")));
  return make("article", "honour", title, basis, make("p", "basis", about), names);
}

let found = [];

function showMore() {
  const start = list.childElementCount;
  list.append(...found.slice(start, start + STEP).map(item));
  next.hidden = list.childElementCount >= found.length;
  return list.children[start];
}

// Replace the list; a reader whose focus stood on what goes is put where the new list begins.
function show(active) {
  const lost = results.contains(document.activeElement) && (!active || list.contains(document.activeElement));
  results.hidden = !active;
  contents.hidden = active;
  list.replaceChildren();
  if (active) showMore();
  if (lost) (active ? heading : field).focus();
}

// ---------------------------------------------------------------- state

function stateOf(parameters) {
  const state = {};
  for (const key of [...KEYS, "xep"]) {
    const value = parameters.get(key)?.trim();
    if (value) state[key] = parameters.get(key).trimStart();
  }
  return state;
}

const formState = () => stateOf(new FormData(form));
const isActive = (state) => KEYS.some((key) => state[key]);

let turn = 0;

async function update(state) {
  turn += 1;
  const mine = turn;
  if (!isActive(state)) {
    found = [];
    show(false);
    status.textContent = "";
    return;
  }
  const slow = setTimeout(() => {
    status.textContent = "Đang tải dữ liệu…";
  }, PAUSE);
  try {
    const all = await find(state);
    if (mine !== turn) return;
    found = all;
    show(true);
    status.textContent = found.length
      ? `Tìm thấy ${found.length.toLocaleString("vi")} lần khen thưởng.`
      : "Không tìm thấy lần khen thưởng nào. Thử bớt điều kiện lọc, hoặc gõ tên không dấu.";
  } catch {
    if (mine !== turn) return;
    found = [];
    show(false);
    status.textContent = "Chưa tải được dữ liệu để lọc. Các danh sách bên dưới vẫn dùng được.";
  } finally {
    clearTimeout(slow);
  }
}

// Typing makes one entry of the browser's history, every other choice one of its own.
let typing = false;

function go(byTyping) {
  const state = formState();
  const query = new URLSearchParams(state).toString();
  const address = location.pathname + (query ? `?${query}` : "");
  if (address !== location.pathname + location.search) {
    history[byTyping && typing ? "replaceState" : "pushState"](null, "", address);
    typing = byTyping;
  }
  update(state);
}

// Bring form and list to what the address says; units can be chosen only once they are known.
async function follow() {
  const state = stateOf(new URLSearchParams(location.search));
  typing = false;
  form.reset();
  if (state["don-vi"]) await loadIndex().catch(() => undefined);
  for (const element of form.elements) {
    if (element.name) element.value = state[element.name] ?? "";
    if (element.selectedIndex === -1) element.value = "";
  }
  more.open ||= KEYS.slice(1).some((key) => state[key]);
  update(formState());
}

let waiting;

form.addEventListener("input", (event) => {
  if (event.target !== field) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => go(true), PAUSE);
});
form.addEventListener("change", (event) => {
  if (event.target !== field) go(false);
});
document.getElementById("loc-xep").addEventListener("change", () => go(false));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  go(true);
});
form.addEventListener("reset", (event) => {
  if (!event.isTrusted) return;
  clearTimeout(waiting);
  setTimeout(() => go(false));
});
form.addEventListener("focusin", () => loadIndex().catch(() => undefined));
next.addEventListener("click", () => showMore().querySelector("a").focus());
addEventListener("popstate", follow);

form.hidden = false;
if (location.search) follow();
