import { dress } from '../webapps/look';
import sheet from './flow.css?inline';
import type { Path, Step } from './model';

/** What is used of bpmn-js: of Cockpit's viewer and of our own. */
export interface Diagram {
  get(name: 'canvas'): {
    addMarker(element: string, marker: string): void;
    removeMarker(element: string, marker: string): void;
    getContainer(): HTMLElement;
    zoom(level: 'fit-viewport', center?: 'auto'): number;
  };
  get(name: 'overlays'): {
    add(element: string, type: string, overlay: { position: Readonly<Record<string, number>>; html: HTMLElement; scale: Readonly<Record<string, number>> }): string;
    remove(what: { type: string }): void;
  };
  get(name: 'elementRegistry'): { get(element: string): unknown };
}

/** What a heat map shows. */
export type Heat = 'median' | 'p90' | 'waiting';

/** Where a colour begins, in days or cases, and what the legend says. */
export const BANDS: Readonly<Record<'days' | 'cases', readonly (readonly [number, string])[]>> = {
  days: [
    [0, 'under a day'],
    [1, '1 to 3 days'],
    [3, '3 to 7 days'],
    [7, '1 to 4 weeks'],
    [28, 'over 4 weeks'],
  ],
  cases: [
    [1, '1 or 2'],
    [3, '3 to 5'],
    [6, '6 to 10'],
    [11, '11 to 25'],
    [26, 'over 25'],
  ],
};

let dressed = false;

/** Puts the style sheet on the page, once. */
export function dressOnce(): void {
  if (!dressed) dress(sheet);
  dressed = true;
}

export function bandsOf(heat: Heat): (typeof BANDS)['days'] {
  return BANDS[heat === 'waiting' ? 'cases' : 'days'];
}

/** What a step is coloured by; nothing when there is nothing to say. */
export function valueOf(step: Step, heat: Heat): number | undefined {
  if (heat === 'waiting') return step.waitingNow > 0 ? step.waitingNow : undefined;
  return (heat === 'median' ? step.medianDays : step.p90Days) ?? undefined;
}

/** The number of the colour, from 0. */
export function bandOf(value: number, heat: Heat): number {
  return bandsOf(heat).reduce((found, [from], index) => (value >= from ? index : found), 0);
}

/** Days as people say them. */
export function inDays(days: number | null | undefined): string {
  if (days === null || days === undefined) return '–';
  if (days < 0.1) return 'under 3 h';
  return days < 2 ? `${Math.round(days * 24)} h` : `${days < 10 ? days : Math.round(days)} d`;
}

const HEAT = 'throughcare-heat';

/** Colours the steps; what comes back takes the colours away. */
export function drawHeat(diagram: Diagram, steps: readonly Step[], heat: Heat): () => void {
  const canvas = diagram.get('canvas');
  const known = diagram.get('elementRegistry');
  const marked: [string, string][] = [];
  for (const step of steps) {
    const value = valueOf(step, heat);
    if (value === undefined || known.get(step.activityId) === undefined) continue;
    const marker = `${HEAT}-${bandOf(value, heat)}`;
    canvas.addMarker(step.activityId, marker);
    marked.push([step.activityId, marker]);
    diagram.get('overlays').add(step.activityId, HEAT, { position: { top: -14, left: 4 }, html: figure(step, value, heat), scale: { min: 0.75, max: 1.5 } });
  }
  return () => {
    for (const [element, marker] of marked) canvas.removeMarker(element, marker);
    diagram.get('overlays').remove({ type: HEAT });
  };
}

function figure(step: Step, value: number, heat: Heat): HTMLElement {
  const label = document.createElement('span');
  label.className = `${HEAT}-figure`;
  label.textContent = heat === 'waiting' ? `${value} waiting` : inDays(value);
  label.title = `${step.name}: done ${step.done} times, median ${inDays(step.medianDays)}, 90th percentile ${inDays(step.p90Days)}, waiting now ${step.waitingNow}`;
  return label;
}

/** Draws the way; what comes back takes it away. */
export function drawPath(diagram: Diagram, path: Path): () => void {
  const canvas = diagram.get('canvas');
  const known = diagram.get('elementRegistry');
  const marked: [string, string][] = [];
  const mark = (element: string, marker: string): void => {
    if (known.get(element) === undefined) return;
    canvas.addMarker(element, marker);
    marked.push([element, marker]);
  };
  for (const flow of path.flows) mark(flow, 'throughcare-way');
  for (const visit of path.activities) {
    mark(visit.activityId, visit.endedAt === undefined ? 'throughcare-here' : visit.canceled ? 'throughcare-left' : 'throughcare-done');
  }
  return () => {
    for (const [element, marker] of marked) canvas.removeMarker(element, marker);
  };
}
