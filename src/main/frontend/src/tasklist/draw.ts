import type { Card } from './cards';
import { dayInWords, daysBetween, fromToday } from './when';

/** When she leaves, in words: "release in 5 weeks (3 Jan 2027)". */
export function releaseInWords(card: Card): string {
  if (card.releaseDate === undefined) {
    return 'no release date';
  }
  const days = daysBetween(card.today, card.releaseDate);
  const when = `${fromToday(days)} (${dayInWords(card.releaseDate)})`;
  if (card.released === true) return `released ${when}`;
  return days < 0 ? `release date was ${when}` : `release ${when}`;
}

/** Who the task is about, in one or two lines. */
export function drawCard(card: Card): HTMLElement {
  const box = element('div', 'throughcare-card');
  const who = element('div', 'throughcare-who');
  if (card.womanName !== undefined) {
    who.append(element('strong', 'throughcare-name', card.womanName));
  }
  who.append(element('span', 'throughcare-number', card.prisonNumber ?? card.caseNumber));
  box.append(who);
  if (card.womanName !== undefined) {
    box.append(element('div', 'throughcare-release', releaseInWords(card)), drawFlags(card));
  }
  return box;
}

/** The head of an opened task: who, and the way to her case for those who may know who she is. */
export function drawHeader(card: Card): HTMLElement {
  const box = element('div', 'throughcare-header');
  box.append(drawCard(card), card.womanName === undefined ? element('span', 'throughcare-case', `Case ${card.caseNumber}`) : toCase(card));
  return box;
}

function toCase(card: Card): HTMLElement {
  const link = element('a', 'throughcare-case', `Case ${card.caseNumber}`);
  link.setAttribute('href', `/cases/${encodeURIComponent(card.caseNumber)}`);
  return link;
}

function drawFlags(card: Card): HTMLElement {
  const list = element('ul', 'throughcare-flags');
  list.setAttribute('aria-label', 'Urgent flags');
  list.append(
    ...card.flags.map((flag) => element('li', `throughcare-flag throughcare-${flag.severity}`, flag.label)),
  );
  return list;
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
