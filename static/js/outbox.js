// Answers that the server has not confirmed yet. They outlive the page: kept in localStorage, one entry for each
// assessment, and removed as soon as they are saved.
//
// An entry: value (what was chosen, null for cleared), shown (what was stored when it was chosen), tried (values sent
// without an answer from the server, which may have been stored all the same). While two versions wait for a choice:
// inConflict, conflict (the value stored elsewhere) and page (where the statement stands).

export class Outbox {
  constructor(assessment) {
    this.key = `cx-wheel.unsent.${assessment}`;
    this.memory = {};
  }

  entries() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch {
      return this.memory; // no storage in this browser: the page itself is all there is
    }
  }

  put(item, value, shown) {
    const entries = this.entries();
    const known = entries[item];
    if (known) entries[item] = { ...known, value };
    else entries[item] = { value, shown, tried: [] };
    if (entries[item].value === entries[item].shown && entries[item].tried.length === 0) delete entries[item];
    this.write(entries);
  }

  sending(batch) {
    const entries = this.entries();
    for (const [item, { value }] of Object.entries(batch)) {
      if (entries[item] && !entries[item].tried.includes(value)) entries[item].tried.push(value);
    }
    this.write(entries);
  }

  // The server holds ``value`` now; what was chosen since then stays to be sent.
  saved(item, value) {
    const entries = this.entries();
    if (!entries[item]) return;
    if (entries[item].value === value) delete entries[item];
    else entries[item] = { value: entries[item].value, shown: value, tried: [] };
    this.write(entries);
  }

  // The server holds something else. True when it is a value this device sent itself and got no answer about.
  changedElsewhere({ item, stored, page }) {
    const entries = this.entries();
    const entry = entries[item];
    if (!entry) return false;
    const own = entry.tried.includes(stored) && entry.value !== stored;
    entries[item] = own
      ? { value: entry.value, shown: stored, tried: [] }
      : { ...entry, tried: [], inConflict: true, conflict: stored, page };
    this.write(entries);
    return own;
  }

  keep(item) {
    const entries = this.entries();
    const { value, conflict } = entries[item];
    entries[item] = { value, shown: conflict, tried: [] };
    this.write(entries);
  }

  drop(item) {
    const entries = this.entries();
    delete entries[item];
    this.write(entries);
  }

  clear() {
    this.write({});
  }

  waiting() {
    return Object.fromEntries(Object.entries(this.entries()).filter(([, entry]) => !entry.inConflict));
  }

  conflicts() {
    return Object.fromEntries(Object.entries(this.entries()).filter(([, entry]) => entry.inConflict));
  }

  count() {
    return Object.keys(this.entries()).length;
  }

  write(entries) {
    this.memory = entries;
    try {
      if (Object.keys(entries).length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(entries));
    } catch {
      // no storage in this browser: the page itself is all there is
    }
  }
}
