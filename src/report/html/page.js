'use strict';
const all = (selector, under = document) => [...under.querySelectorAll(selector)];
const facts = all('.fact');
const marks = all('mark');
const byId = new Map(facts.map((fact) => [fact.id, fact]));

/** Shows the facts that every filter lets pass, and the articles that have any of them. */
function filter() {
  const allowed = { kind: new Set(), is: new Set(), change: new Set() };
  for (const box of all('[data-filter]')) if (box.checked) allowed[box.dataset.filter].add(box.value);
  const rule = document.getElementById('rule').value.trim();
  const words = document.getElementById('words').value.trim().toLowerCase();
  let shown = 0;
  for (const fact of facts) {
    const { kind, is, change, rules } = fact.dataset;
    fact.hidden = !(allowed.kind.has(kind) && allowed.is.has(is) && allowed.change.has(change)
      && (!rule || rules.split(' ').includes(rule)) && (!words || fact.textContent.toLowerCase().includes(words)));
    shown += !fact.hidden;
  }
  for (const mark of marks) mark.classList.toggle('off', mark.dataset.facts.split(' ').every((id) => byId.get(id).hidden));
  for (const article of all('article')) {
    const own = all('.fact', article);
    article.hidden = shown < facts.length && own.every((fact) => fact.hidden);
  }
  document.getElementById('count').textContent = `${shown} of ${facts.length} facts`;
}

/** Lights up facts and their words, and brings the first fact into view. */
function light(ids, scroll) {
  for (const lit of all('.on')) lit.classList.remove('on');
  for (const id of ids) byId.get(id)?.classList.add('on');
  for (const mark of marks) if (mark.dataset.facts.split(' ').some((id) => ids.includes(id))) mark.classList.add('on');
  if (scroll) byId.get(ids[0])?.scrollIntoView({ block: 'nearest' });
}

document.getElementById('filters').addEventListener('input', filter);
document.getElementById('filters').addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('click', (event) => {
  const mark = event.target.closest('mark');
  if (mark) return light(mark.dataset.facts.split(' ').filter((id) => !byId.get(id).hidden), true);
  const fact = event.target.closest('.fact');
  if (fact && !event.target.closest('a')) light([fact.id], false);
});
/** A link to a fact lights it up, whatever the filters hide. */
function follow() {
  const fact = byId.get(location.hash.slice(1));
  if (!fact) return;
  fact.hidden = fact.closest('article').hidden = false;
  light([fact.id], true);
  marks.find((mark) => mark.dataset.facts.split(' ').includes(fact.id))?.scrollIntoView({ block: 'center' });
}
addEventListener('hashchange', follow);
filter();
follow();
