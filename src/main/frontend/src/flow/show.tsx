import { type VNode, render } from 'preact';
import { readsFlow } from './ask';
import { Decisions } from './Decisions';
import { type Diagram, dressOnce } from './diagram';
import { Finished } from './Finished';
import { FinishedInstance } from './FinishedInstance';
import { HeatMap } from './HeatMap';
import { keyOf } from './model';
import { PathSwitch } from './PathSwitch';
import { Steps } from './Steps';

/** Shows it for who reads how work flows, and nothing for others. */
function put(node: HTMLElement, content: VNode): () => void {
  let gone = false;
  dressOnce();
  readsFlow().then((reads) => {
    if (reads && !gone) render(content, node);
  }, console.error);
  return () => {
    gone = true;
    render(null, node);
  };
}

/** A place on the diagram for switches, out of the way of its own keys and wheel. */
function onDiagram(diagram: Diagram, content: VNode): () => void {
  const place = document.createElement('div');
  place.className = 'throughcare-panel';
  for (const event of ['mousedown', 'wheel', 'keydown', 'dblclick']) {
    place.addEventListener(event, (happened) => happened.stopPropagation());
  }
  diagram.get('canvas').getContainer().append(place);
  const leave = put(place, content);
  return () => {
    leave();
    place.remove();
  };
}

export function showHeat(diagram: Diagram, definitionId: string): () => void {
  return onDiagram(diagram, <HeatMap diagram={diagram} process={keyOf(definitionId)} />);
}

export function showPath(diagram: Diagram, instanceId: string): () => void {
  return onDiagram(diagram, <PathSwitch diagram={diagram} instance={instanceId} />);
}

export function showSteps(node: HTMLElement, definitionId: string): () => void {
  return put(node, <Steps process={keyOf(definitionId)} />);
}

export function showFinished(node: HTMLElement, definitionId: string): () => void {
  return put(node, <Finished process={keyOf(definitionId)} />);
}

export function showDecisions(node: HTMLElement, instanceId: string): () => void {
  return put(node, <Decisions instance={instanceId} />);
}

export function showRoute(node: HTMLElement): () => void {
  node.className = 'throughcare-route';
  const instance = new URLSearchParams(location.hash.split('?')[1] ?? '').get('instance');
  return put(node, instance === null ? <Finished heading process="" /> : <FinishedInstance id={instance} />);
}
